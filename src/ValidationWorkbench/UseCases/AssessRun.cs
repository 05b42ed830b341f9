using MediatR;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Files;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Scores a run, assesses it by the criteria of its frozen plan and puts the recommendation on record.</summary>
public sealed record AssessRun : IRequest<AssessedRun>, IAudited
{
    public required Actor Actor { get; init; }

    public required string RunId { get; init; }

    /// <summary>True to add an assessment even where the same result is on record already: a deliberate re-scoring.</summary>
    public bool Again { get; init; }

    /// <summary>Plan whose criteria are applied in place of those frozen with the run; null for these. The outcome is a demonstration then.</summary>
    public string? PlanPath { get; init; }

    /// <summary>Why it is assessed again, in the user's words; needed where the criteria of another plan are applied.</summary>
    public string? Reason { get; init; }

    public string Subject => $"assess run {RunId}";
}

internal sealed class AssessRunHandler(RecordsFolder records, RunScorer scorer, TimeProvider timeProvider, HostFacts host)
    : IRequestHandler<AssessRun, AssessedRun>
{
    public async Task<AssessedRun> Handle(AssessRun request, CancellationToken cancellationToken)
    {
        if (request.PlanPath is not null)
        {
            GivenReason.Require(request.Reason, "an assessment by another plan");
        }

        var planFile = request.PlanPath is { } path ? PlanFile.Read(path) : null;
        var assessed = scorer.Score(request.RunId, planFile);
        EarlierResults.RequireSame(records, assessed, host.Tool);
        var earlier = Earlier(assessed.Run.Id);
        if (!request.Again && earlier.LastOrDefault() is { } latest && latest.ResultsSha256 == assessed.ResultsSha256)
        {
            return assessed with { Number = latest.Number };
        }

        var plan = planFile is null ? null : records.Keep(planFile.File.Bytes);
        var results = CanonicalJson.Write(assessed.Results);
        var evidence = records.Keep(results);
        var head = records.ReadHead();
        var number = earlier.Count + 1;
        List<AuditAttachment> attachments = [new("results", evidence.Length, evidence.Sha256)];
        if (plan is not null)
        {
            attachments.Add(new AuditAttachment("plan", plan.Length, plan.Sha256));
        }

        var entry = new AssessmentEntry
        {
            RunId = request.RunId,
            Number = number,
            PlanSha256 = assessed.PlanSha256,
            AtMicros = Microseconds.Of(timeProvider.GetUtcNow()),
            Outcome = assessed.Recommendation.Word,
            ResultsSha256 = assessed.ResultsSha256,
            Tool = host.Tool,
            HeadSequence = head.Records,
            HeadHash = head.Hash,
            HeadRoot = head.Root,
        };
        await records.AppendAsync(new RecordBatch(new AuditEntry
        {
            Actor = request.Actor,
            Action = AuditAction.RunAssessed,
            EntityType = "run",
            EntityId = request.RunId,
            RunId = request.RunId,
            ConfigurationSha256 = assessed.Run.ConfigurationSha256,
            Reason = AuditText.Clean(string.Join(' ', Given(request).Concat(assessed.Recommendation.Reasons).Concat(assessed.Recommendation.Warnings))),
            After = AssessmentFacts.Write(entry, assessed.Recommendation.IsDemonstration, assessed.Total, OwnSelfTest.Summary),
            Attachments = attachments,
        })
        {
            Evidence = plan is null ? [evidence] : [evidence, plan],
            Assessment = entry,
        }).ConfigureAwait(false);
        return assessed with { Number = number, Earlier = earlier };
    }

    /// <summary>What a person gave as the reason comes first, told apart from what follows from the results.</summary>
    private static IEnumerable<string> Given(AssessRun request) =>
        string.IsNullOrWhiteSpace(request.Reason) ? [] : [$"Assessed again{(request.PlanPath is null ? "" : " by another plan")}: \"{request.Reason.Trim()}\"."];

    /// <summary>Assessments on record, oldest first.</summary>
    private List<AssessmentEntry> Earlier(string runId)
    {
        using var context = records.CreateReader();
        return [.. context.Assessments.AsNoTracking().Where(entry => entry.RunId == runId).OrderBy(entry => entry.Number)];
    }
}
