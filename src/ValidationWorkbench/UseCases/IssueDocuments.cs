using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Packaging;
using ValidationWorkbench.Printing;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Writes the package of an assessed run: documents, run.json, trials.csv, differences.csv, junit.xml and manifest. The same records give the same bytes.</summary>
public sealed record IssueDocuments : IRequest<IssuedPackage>, IAudited
{
    public required Actor Actor { get; init; }

    public required string RunId { get; init; }

    /// <summary>Number of the assessment to document; null for the latest by the plan frozen with the run.</summary>
    public int? Assessment { get; init; }

    /// <summary>Folder in which the package's own folder, named by the run, is made.</summary>
    public required string OutFolder { get; init; }

    public string Subject => $"issue the documents of run {RunId}";
}

/// <summary>A package on disk.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Files">Its files, manifest last.</param>
/// <param name="Head">Head of the audit trail after the record of its issue.</param>
public sealed record IssuedPackage(string Folder, IReadOnlyList<(string Name, string Sha256)> Files, LedgerHead Head);

internal sealed class IssueDocumentsHandler(RecordsFolder records, RunScorer scorer) : IRequestHandler<IssueDocuments, IssuedPackage>
{
    public async Task<IssuedPackage> Handle(IssueDocuments request, CancellationToken cancellationToken)
    {
        var entry = FindAssessment(request);
        var assessed = Score(entry);
        var facts = FactsOf(assessed, entry);
        var files = new List<PackageFile>();
        files.AddRange(assessed.Templates.AsParallel().AsOrdered().Select(template => Print(DocumentComposer.Compose(template, facts))));
        files.AddRange([RunJson.Write(facts, assessed.Results), TrialsCsv.Write(facts), DifferencesCsv.Write(facts), JunitXml.Write(facts)]);
        var folder = Path.Combine(request.OutFolder, request.RunId);
        PackageFolder.Write(folder, files);
        var head = await records.AppendAsync(new RecordBatch(new AuditEntry
        {
            Actor = request.Actor,
            Action = AuditAction.DocumentsIssued,
            EntityType = "run",
            EntityId = request.RunId,
            RunId = request.RunId,
            ConfigurationSha256 = assessed.Run.ConfigurationSha256,
            Attachments = [.. files.Select(file => new AuditAttachment(file.Name, file.Bytes.Length, file.Sha256))],
        })).ConfigureAwait(false);
        var manifest = Manifest.Write(request.RunId, files, head);
        PackageFolder.Write(folder, [manifest]);
        return new IssuedPackage(folder, [.. files.Append(manifest).Select(file => (file.Name, file.Sha256))], head);
    }

    private static PackageFile Print(ControlledDocument document) => new($"{Assessment.CriterionWords.Kebab(document.Kind)}.pdf", PdfPrinter.Print(document));

    private AssessmentEntry FindAssessment(IssueDocuments request)
    {
        var plan = RunMaterial.ReadConfiguration(records, RunMaterial.FindRun(records, request.RunId)).Plan.Sha256;
        using var context = records.CreateReader();
        var runId = request.RunId;
        var all = context.Assessments.AsNoTracking().Where(entry => entry.RunId == runId).OrderBy(entry => entry.Number).ToList();
        return request.Assessment is not { } number
            ? all.LastOrDefault(entry => entry.PlanSha256 == plan) ?? throw new InputException(runId, $"is not assessed yet; `validate --resume {runId}` finishes it.")
            : all.SingleOrDefault(entry => entry.Number == number)
            ?? throw new InputException("--assessment", $"run {runId} has {(all.Count == 0 ? "no assessment" : string.Create(CultureInfo.InvariantCulture, $"assessments 1 to {all.Count}"))}.");
    }

    /// <summary>The assessment on record must be the one that the stored replies give today; else something was altered.</summary>
    private AssessedRun Score(AssessmentEntry entry)
    {
        var assessed = scorer.Score(entry.RunId);
        if (entry.PlanSha256 != assessed.PlanSha256)
        {
            assessed = scorer.Score(entry.RunId, scorer.ReadPlan(entry.PlanSha256));
        }

        return entry.ResultsSha256 == assessed.ResultsSha256 ? assessed
            : throw new IntegrityException($"run {entry.RunId}: the stored replies give results with SHA-256 {assessed.ResultsSha256}, but {entry.ResultsSha256} is on record.");
    }

    private DocumentFacts FactsOf(AssessedRun assessed, AssessmentEntry entry) => new()
    {
        RunId = assessed.Run.Id,
        PlannedMicros = assessed.Run.PlannedMicros,
        Configuration = assessed.Configuration,
        ConfigurationSha256 = assessed.Run.ConfigurationSha256,
        Plan = assessed.Plan,
        CaseSets = assessed.CaseSets,
        Scored = assessed.Scored,
        Assessment = assessed.Assessment,
        Recommendation = assessed.Recommendation,
        ResultsSha256 = assessed.ResultsSha256,
        LastAttempts = assessed.LastAttempts,
        Usage = assessed.Usage,
        AssessmentNumber = entry.Number,
        AssessedMicros = entry.AtMicros,
        Tool = entry.Tool,
        HeadSequence = entry.HeadSequence,
        HeadHash = entry.HeadHash,
        HeadRoot = entry.HeadRoot,
        History = ReadHistory(entry.HeadSequence),
    };

    /// <summary>What was on record of every run when the results were known; later records do not change an earlier document.</summary>
    private List<RunHistoryEntry> ReadHistory(long upTo)
    {
        using var context = records.CreateReader();
        return [.. context.AuditRecords.AsNoTracking().Where(record => record.Sequence <= upTo && record.EntityType == "run")
            .Select(record => new { record.RunId, record.Sequence, record.AtMicros, record.Action, record.Reason }).AsEnumerable()
            .GroupBy(record => record.RunId).Select(group => group.OrderBy(record => record.Sequence).ToList())
            .OrderBy(list => list[0].Sequence)
            .Select(list => new RunHistoryEntry(list[0].RunId, list[0].AtMicros, list[^1].Action, list[^1].Reason ?? string.Empty))];
    }
}
