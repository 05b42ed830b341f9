using System.Globalization;
using MediatR;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Files;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>
/// Puts on record what experts found about critical differences of a run. A later disposition of the same difference takes the place of the
/// earlier one, which stays on record. It changes no assessment; the next one takes it into account.
/// </summary>
public sealed record RecordDispositions : IRequest<DispositionCounts>, IAudited
{
    public required Actor Actor { get; init; }

    public required string RunId { get; init; }

    /// <summary>The file, in the form of <c>differences.csv</c>.</summary>
    public required string FilePath { get; init; }

    public string Subject => $"record dispositions of run {RunId}";
}

internal sealed class RecordDispositionsHandler(RecordsFolder records, RunScorer scorer) : IRequestHandler<RecordDispositions, DispositionCounts>
{
    public async Task<DispositionCounts> Handle(RecordDispositions request, CancellationToken cancellationToken)
    {
        var file = DispositionFile.Read(request.FilePath);
        var assessed = scorer.Score(request.RunId);
        RequireKnown(file, assessed.Scored.Likeness);
        var evidence = records.Keep(file.File.Bytes);
        await records.AppendAsync(new RecordBatch(new AuditEntry
        {
            Actor = request.Actor,
            Action = AuditAction.DifferencesDisposed,
            EntityType = "run",
            EntityId = assessed.Run.Id,
            RunId = assessed.Run.Id,
            ConfigurationSha256 = assessed.Run.ConfigurationSha256,
            Reason = AuditText.Clean(Summary(file)),
            After = CanonicalJson.WriteText(new
            {
                acceptable = file.Rows.Count(row => row.Disposition.IsAcceptable),
                notAcceptable = file.Rows.Count(row => !row.Disposition.IsAcceptable),
                experts = file.Rows.Select(row => row.Disposition.Expert).Distinct().Order(StringComparer.Ordinal),
            }),
            Attachments = [new AuditAttachment(DispositionRecords.FileName, evidence.Length, evidence.Sha256)],
        })
        { Evidence = [evidence] }).ConfigureAwait(false);
        return DispositionCounts.Of(scorer.Score(request.RunId).Scored.Likeness.Values.SelectMany(likeness => likeness.Differences));
    }

    private static string Summary(DispositionFile file) => string.Create(CultureInfo.InvariantCulture,
        $"{file.Rows.Count} critical differences were looked at; the reason for each stands in the file.");

    private static void RequireKnown(DispositionFile file, IReadOnlyDictionary<string, SuiteLikeness> likeness)
    {
        var faults = new FileFaults(file.File.Name);
        foreach (var row in file.Rows)
        {
            if (!likeness.TryGetValue(row.CaseId, out var suites))
            {
                faults.Add(row.Line, 1, $"the run has no OQ case \"{row.CaseId}\".");
            }
            else if (suites.Differences.All(difference => difference.Id != row.DifferenceId))
            {
                faults.Add(row.Line, 1, $"{row.CaseId} has no critical difference \"{row.DifferenceId}\" in this run; `validate documents RUN` writes its differences.csv.");
            }
        }

        faults.ThrowIfAny();
    }
}
