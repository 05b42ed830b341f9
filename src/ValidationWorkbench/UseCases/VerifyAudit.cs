using MediatR;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Verification;

namespace ValidationWorkbench.UseCases;

/// <summary>Re-derives the records from their stored bytes and compares them with what is kept outside of them. Changes nothing.</summary>
/// <param name="Options">What to verify, and against what.</param>
public sealed record VerifyAudit(AuditOptions Options) : IRequest<AuditReport>;

internal sealed class VerifyAuditHandler(AnswerScorer scorer, TimeProvider timeProvider, HostFacts host) : IRequestHandler<VerifyAudit, AuditReport>
{
    public async Task<AuditReport> Handle(VerifyAudit request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var begun = timeProvider.GetTimestamp();
        RecordsFolder.RollBackInterrupted(request.Options.Folder);
        var faults = new FaultLog();
        var audit = new RecordsAudit(request.Options, faults);
        audit.Run(cancellationToken);
        (int, int)? recomputed = request.Options.Deep ? await RecomputeAsync(request.Options, audit, faults).ConfigureAwait(false) : null;
        return audit.Report(host.Tool, timeProvider.GetElapsedTime(begun), recomputed);
    }

    /// <summary>The workbench itself takes part here, so that whatever it cannot read is a finding as well.</summary>
    private async Task<(int, int)> RecomputeAsync(AuditOptions options, RecordsAudit audit, FaultLog faults)
    {
        var recomputation = new Recomputation(host.Tool, faults);
        try
        {
            await using var records = RecordsFolder.OpenForReading(options.Folder);
            var runScorer = new RunScorer(records, scorer, rows: null);
            recomputation.Run(records, runScorer, new PackageRenderer(records, runScorer), audit.Issued);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            faults.Add(FaultClass.Result, null, $"the records cannot be opened to score again: {exception.Message}");
        }

        return (recomputation.Assessments, recomputation.Documents);
    }
}
