using MediatR;
using ValidationWorkbench.Monitoring;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Compares the candidates of two runs on the cases that both have. Changes nothing.</summary>
/// <param name="First">Id of the run that is compared with, usually the earlier one.</param>
/// <param name="Second">Id of the run that is compared.</param>
/// <param name="AnchorPath">File of the checkpoints; null for the one beside the records, where there is one.</param>
public sealed record CompareRuns(string First, string Second, string? AnchorPath = null) : IRequest<RunComparison>;

internal sealed class CompareRunsHandler(RecordsFolder records, MonitoredRuns runs) : IRequestHandler<CompareRuns, RunComparison>
{
    public Task<RunComparison> Handle(CompareRuns request, CancellationToken cancellationToken)
    {
        if (request.First == request.Second)
        {
            throw new InputException(request.Second, "is given twice; a run is not compared with itself.");
        }

        // Who only reads has not been through the comparison with the anchor that opens the records for writing.
        var anchor = request.AnchorPath ?? AnchorFile.DefaultFor(records.Folder);
        if (request.AnchorPath is not null || File.Exists(anchor))
        {
            AnchoredLog.Read(records, anchor, _ => { });
        }

        var comparison = RunComparison.Of(runs.Read(request.First), runs.Read(request.Second));
        return comparison.Panel.Shared > 0 ? Task.FromResult(comparison) : throw NothingShared(comparison.Panel, request.First, request.Second);
    }

    /// <summary>Says what the two runs have instead of shared cases.</summary>
    internal static InputException NothingShared(PanelCoverage panel, string first, string second) => new(second, FormattableString.Invariant(
        $"shares no case with {first}: {panel.Changed.Count} cases have the same id and another content, {panel.OnlyInFirst.Count} are only in {first}, {panel.OnlyInSecond.Count} only in {second}. Compare runs of the same case sets."));
}
