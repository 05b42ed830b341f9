using MediatR;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Scores a run, assesses it by the criteria of its frozen plan and puts the recommendation on record.</summary>
public sealed record AssessRun : IRequest<AssessedRun>, IAudited
{
    public required Actor Actor { get; init; }

    public required string RunId { get; init; }

    public string Subject => $"assess run {RunId}";
}

internal sealed class AssessRunHandler(RecordsFolder records, RunScorer scorer, TimeProvider timeProvider, HostFacts host) : IRequestHandler<AssessRun, AssessedRun>
{
    public async Task<AssessedRun> Handle(AssessRun request, CancellationToken cancellationToken)
    {
        var assessed = scorer.Score(request.RunId);
        if (Latest(assessed.Run.Id) is { } latest && latest.ResultsSha256 == assessed.ResultsSha256)
        {
            return assessed;
        }

        var results = CanonicalJson.Write(assessed.Results);
        var evidence = records.Keep(results);
        var head = records.ReadHead();
        await records.AppendAsync(new RecordBatch(new AuditEntry
        {
            Actor = request.Actor,
            Action = AuditAction.RunAssessed,
            EntityType = "run",
            EntityId = request.RunId,
            RunId = request.RunId,
            Reason = AuditText.Clean(string.Join(' ', assessed.Recommendation.Reasons)),
            After = CanonicalJson.WriteText(new { outcome = assessed.Recommendation.Word, demonstration = assessed.Recommendation.IsDemonstration, assessed.ResultsSha256, counts = assessed.Total }),
            Attachments = [new AuditAttachment("results", evidence.Length, evidence.Sha256)],
        })
        {
            Evidence = [evidence],
            Assessment = new AssessmentEntry
            {
                RunId = request.RunId,
                Number = CountOf(request.RunId) + 1,
                AtMicros = Microseconds.Of(timeProvider.GetUtcNow()),
                Outcome = assessed.Recommendation.Word,
                ResultsSha256 = assessed.ResultsSha256,
                Tool = host.Tool,
                HeadSequence = head.Records,
                HeadHash = head.Hash,
            },
        }).ConfigureAwait(false);
        return assessed;
    }

    private AssessmentEntry? Latest(string runId)
    {
        using var context = records.CreateReader();
        return context.Assessments.AsNoTracking().Where(entry => entry.RunId == runId).OrderByDescending(entry => entry.Number).FirstOrDefault();
    }

    private int CountOf(string runId)
    {
        using var context = records.CreateReader();
        return context.Assessments.Count(entry => entry.RunId == runId);
    }
}
