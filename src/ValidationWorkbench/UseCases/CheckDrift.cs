using FluentValidation;
using MediatR;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Files;
using ValidationWorkbench.Monitoring;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Checks whether the candidate of an accepted run is still what it was, by a later run of the same panel or by answers in production.</summary>
public sealed record CheckDrift : IRequest<CheckedDrift>, IAudited
{
    public required Actor Actor { get; init; }

    /// <summary>Id of the run that was accepted.</summary>
    public required string ReferenceId { get; init; }

    /// <summary>Id of the later run; null where a production file is given.</summary>
    public string? RunId { get; init; }

    /// <summary>File with answers given in production; null where a run is given.</summary>
    public string? ProductionPath { get; init; }

    public string Subject => $"check drift of {RunId ?? ProductionPath} against run {ReferenceId}";
}

/// <summary>A drift check that is on record.</summary>
/// <param name="Decision">Its outcome with the reasons.</param>
/// <param name="Result">All that was found, as it is kept as evidence.</param>
/// <param name="Json">That evidence.</param>
/// <param name="Head">Head of the audit trail after the record of the check.</param>
public sealed record CheckedDrift(DriftDecision Decision, DriftResult Result, byte[] Json, LedgerHead Head);

internal sealed class CheckDriftValidator : AbstractValidator<CheckDrift>
{
    public CheckDriftValidator() => RuleFor(request => request.RunId).Must((request, run) => run is null != request.ProductionPath is null)
        .OverridePropertyName("--run").WithMessage("name a later run with --run RUN, or a file of production answers with --production FILE; one of the two.");
}

internal sealed class CheckDriftHandler(RecordsFolder records, MonitoredRuns runs, TimeProvider timeProvider)
    : IRequestHandler<CheckDrift, CheckedDrift>
{
    public async Task<CheckedDrift> Handle(CheckDrift request, CancellationToken cancellationToken)
    {
        // The file first: its faults are the user's to mend, and cost nothing to find.
        var file = request.ProductionPath is { } path ? ProductionFile.Read(path) : null;
        var reference = runs.Read(request.ReferenceId);
        if (reference.InvalidReasons.Count > 0)
        {
            throw new InputException(request.ReferenceId, $"is INVALID and can be no reference: {string.Join(' ', reference.InvalidReasons)}");
        }

        var panel = request.RunId is { } runId ? CheckPanel(reference, runId) : null;
        var production = file is null ? null : CheckProduction(reference, file);
        var decision = DriftRule.Decide(panel?.Evidence ?? production!.Evidence);
        var result = new DriftResult
        {
            Outcome = decision.Word,
            Demonstration = reference.Identity.Demonstration || panel?.Run.Demonstration == true,
            Reasons = decision.Reasons,
            Panel = panel,
            Production = production,
            ProductionSha256 = file is null ? null : Sha256Hex.Of(file.File.Bytes),
        };
        var json = CanonicalJson.Write(result);
        return new CheckedDrift(decision, result, json, await RecordAsync(request, reference.Identity, result, json, file).ConfigureAwait(false));
    }

    private PanelDrift CheckPanel(MonitoredRun reference, string runId)
    {
        if (runId == reference.Identity.Id)
        {
            throw new InputException(runId, "is given as reference and as run; a run is not compared with itself.");
        }

        var run = runs.Read(runId);
        var drift = PanelDrift.Of(reference, run, runs.ReadSeries(reference, run));
        return drift.Panel.Shared > 0 || drift.Evidence.HardTriggers.Count > 0 ? drift : throw CompareRunsHandler.NothingShared(drift.Panel, reference.Identity.Id, runId);
    }

    private ProductionDrift CheckProduction(MonitoredRun reference, ProductionFile file)
    {
        var drift = ProductionDrift.Of(reference, file.Answers, Microseconds.Of(timeProvider.GetUtcNow()));
        return drift.ReferenceCases + drift.ReferenceWithout > 0 ? drift
            : throw new InputException(reference.Identity.Id, "holds no categorization case, so there is no category mix to compare production with.");
    }

    private Task<LedgerHead> RecordAsync(CheckDrift request, RunIdentity reference, DriftResult result, byte[] json, ProductionFile? file)
    {
        var evidence = records.Keep(json);
        var kept = file is null ? null : records.Keep(file.File.Bytes);
        List<AuditAttachment> attachments = [new("results", evidence.Length, evidence.Sha256)];
        if (kept is not null)
        {
            attachments.Add(new AuditAttachment("production", kept.Length, kept.Sha256));
        }

        return records.AppendAsync(new RecordBatch(new AuditEntry
        {
            Actor = request.Actor,
            Action = AuditAction.DriftChecked,
            EntityType = "drift-check",
            EntityId = AuditText.Clean(request.RunId ?? Path.GetFileName(request.ProductionPath!)),
            RunId = request.ReferenceId,
            ConfigurationSha256 = reference.ConfigurationSha256,
            Reason = AuditText.Clean(string.Join("; ", result.Reasons)),
            After = CanonicalJson.WriteText(new { reference = request.ReferenceId, run = request.RunId, outcome = result.Outcome, demonstration = result.Demonstration, resultsSha256 = evidence.Sha256, result.ProductionSha256 }),
            Attachments = attachments,
        })
        {
            Evidence = kept is null ? [evidence] : [evidence, kept],
        });
    }
}
