using MediatR;
using ValidationWorkbench.Monitoring;

namespace ValidationWorkbench.UseCases;

/// <summary>Compares the candidates of two runs on the cases that both have. Changes nothing.</summary>
/// <param name="First">Id of the run that is compared with, usually the earlier one.</param>
/// <param name="Second">Id of the run that is compared.</param>
public sealed record CompareRuns(string First, string Second) : IRequest<RunComparison>;

internal sealed class CompareRunsHandler(MonitoredRuns runs) : IRequestHandler<CompareRuns, RunComparison>
{
    public Task<RunComparison> Handle(CompareRuns request, CancellationToken cancellationToken)
    {
        if (request.First == request.Second)
        {
            throw new InputException(request.Second, "is given twice; a run is not compared with itself.");
        }

        var comparison = RunComparison.Of(runs.Read(request.First), runs.Read(request.Second));
        return comparison.Panel.Shared > 0 ? Task.FromResult(comparison) : throw NothingShared(comparison.Panel, request.First, request.Second);
    }

    /// <summary>Says what the two runs have instead of shared cases.</summary>
    internal static InputException NothingShared(PanelCoverage panel, string first, string second) => new(second, FormattableString.Invariant(
        $"shares no case with {first}: {panel.Changed.Count} cases have the same id and another content, {panel.OnlyInFirst.Count} are only in {first}, {panel.OnlyInSecond.Count} only in {second}. Compare runs of the same case sets."));
}
