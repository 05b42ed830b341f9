using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Files;
using ValidationWorkbench.Packaging;
using ValidationWorkbench.Printing;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Renders the package of an assessment from the records, the manifest apart. The same records give the same bytes.</summary>
internal sealed class PackageRenderer(RecordsFolder records, RunScorer scorer)
{
    /// <summary>What the documents of an assessment rest on.</summary>
    /// <param name="entry">The assessment.</param>
    /// <param name="asOf">Sequence of the record as of which they say whether the assessment still holds.</param>
    /// <exception cref="IntegrityException">The stored replies give other results than those on record.</exception>
    public (AssessedRun Assessed, DocumentFacts Facts) Gather(AssessmentEntry entry, long asOf)
    {
        var assessed = Score(entry);
        return (assessed, FactsOf(assessed, entry) with { SupersededBy = SupersededBy(entry, asOf) });
    }

    /// <summary>The last assessment by the same plan that was on record by then and came after this one.</summary>
    public LaterAssessment? SupersededBy(AssessmentEntry entry, long asOf)
    {
        var (runId, number, plan) = (entry.RunId, entry.Number, entry.PlanSha256);
        using var context = records.CreateReader();
        var later = context.Assessments.AsNoTracking().Where(other => other.RunId == runId && other.Number > number && other.PlanSha256 == plan)
            .ToDictionary(other => other.Number);
        return later.Count == 0 ? null : context.AuditRecords.AsNoTracking()
            .Where(record => record.RunId == runId && record.Action == AuditAction.RunAssessed && record.Sequence <= asOf)
            .OrderByDescending(record => record.Sequence).AsEnumerable()
            .Select(record => (record.Sequence, AssessmentFacts.ReadOutcome(AuditRecordReader.Read(record.Bytes).Entry.After ?? "{}").Number))
            .Select(told => later.TryGetValue(told.Number, out var found) ? new LaterAssessment(found.Number, found.AtMicros, told.Sequence) : null)
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>All files of the package.</summary>
    /// <param name="assessed">The assessed run.</param>
    /// <param name="facts">What its documents rest on.</param>
    /// <param name="signer">Signs the PDF files; null to leave them unsigned.</param>
    public List<PackageFile> Print(AssessedRun assessed, DocumentFacts facts, PackageSigner? signer) =>
        Print(assessed, facts, name => Path.GetExtension(name) is not (".html" or ".md"), signer);

    /// <summary>The files of certain names, of the package and of its documents in other formats.</summary>
    public List<PackageFile> Print(AssessedRun assessed, DocumentFacts facts, Func<string, bool> isWanted, PackageSigner? signer)
    {
        var data = DocumentData.Of(facts);
        var results = new Lazy<PackageFile>(() => RunJson.Write(facts, assessed.Results));
        var trials = new Lazy<PackageFile>(() => TrialsCsv.Write(facts));

        // No other format carries files.
        PackageFile Render(TemplateFile template, DocumentFormat format)
        {
            var document = ContentHash.Stamp(DocumentComposer.Compose(template.Fill(data), facts));
            return Print(template.Kind.CarriesEvidence && format == DocumentFormat.Pdf
                ? document with { Attachments = Attachments(facts, results.Value, trials.Value) } : document, format, signer);
        }

        (string Name, Func<PackageFile> Make)[] all =
        [
            .. assessed.Templates.Value.Templates.SelectMany(template => Enum.GetValues<DocumentFormat>().Select(format =>
                (FileName(template.Kind.Name, format), (Func<PackageFile>)(() => Render(template, format))))),
            ("run.json", () => results.Value),
            ("trials.csv", () => trials.Value),
            ("differences.csv", () => DifferencesCsv.Write(facts)),
            ("junit.xml", () => JunitXml.Write(facts)),
        ];
        return [.. all.Where(file => isWanted(file.Name)).AsParallel().AsOrdered().Select(file => file.Make())];
    }

    /// <summary>Name of a document's file.</summary>
    public static string FileName(string document, DocumentFormat format) => $"{document}.{CriterionWords.Kebab(format)}";

    private List<AttachedFile> Attachments(DocumentFacts facts, PackageFile results, PackageFile trials)
    {
        var (runId, head) = (facts.RunId, facts.HeadSequence);
        using var context = records.CreateReader();
        var upTo = context.AuditRecords.AsNoTracking().Where(record => record.Sequence <= head).OrderBy(record => record.Sequence);
        return
        [
            new AttachedFile(results.Name, "application/json", "All results of the run", results.Bytes),
            new AttachedFile(trials.Name, "text/csv", "Every trial with its decision and reason", trials.Bytes),
            .. EvidenceAttachments.Write(facts, [.. upTo.Where(record => record.RunId == runId)], [.. upTo.Select(record => record.Hash)]),
        ];
    }

    private static PackageFile Print(ControlledDocument document, DocumentFormat format, PackageSigner? signer)
    {
        var name = FileName(document.Kind.Name, format);
        switch (format)
        {
            case DocumentFormat.Html:
                return new PackageFile(name, HtmlPrinter.Print(document));
            case DocumentFormat.Md:
                return new PackageFile(name, MarkdownPrinter.Print(document));
            default:
                var bytes = PdfPrinter.Print(document, signer?.Of(name), out var missing);
                return new PackageFile(name, bytes) { Boxes = missing };
        }
    }

    /// <summary>The assessment on record must be the one that the stored replies give today; else something was altered.</summary>
    private AssessedRun Score(AssessmentEntry entry)
    {
        var assessed = scorer.Score(entry);
        return entry.ResultsSha256 == assessed.ResultsSha256 ? assessed
            : throw new IntegrityException($"run {entry.RunId}: the stored replies give results with SHA-256 {assessed.ResultsSha256}, but "
                + $"{entry.ResultsSha256} is on record.");
    }

    private DocumentFacts FactsOf(AssessedRun assessed, AssessmentEntry entry) => new()
    {
        RunId = assessed.Run.Id,
        PlannedMicros = assessed.Run.PlannedMicros,
        Configuration = assessed.Configuration,
        ConfigurationSha256 = assessed.Run.ConfigurationSha256,
        Plan = assessed.Plan,
        Documents = [.. assessed.Templates.Value.Templates.Select(template => template.Kind)],
        Prompts = assessed.Prompts,
        Style = assessed.Templates.Value.Style,
        CaseSets = assessed.CaseSets,
        Scored = assessed.Scored,
        Assessment = assessed.Assessment,
        Recommendation = assessed.Recommendation,
        Tries = assessed.Tries,
        ResultsSha256 = assessed.ResultsSha256,
        LastAttempts = assessed.LastAttempts,
        Attempts = assessed.Attempts,
        Usage = assessed.Usage,
        AssessmentNumber = entry.Number,
        AssessedMicros = entry.AtMicros,
        Tool = entry.Tool,
        LogId = ReadLogId(),
        HeadSequence = entry.HeadSequence,
        HeadHash = entry.HeadHash,
        HeadRoot = entry.HeadRoot,
        History = ReadHistory(entry),
        SelfTest = ReadSelfTest(entry),
        Trail = RunTrail.Read(records, entry),
        Series = RunSeriesRecords.Read(records, assessed, entry),
        DriftChecks = RunSeriesRecords.ReadChecks(records, assessed, entry),
        PlanSha256 = assessed.PlanSha256,
    };

    private Guid ReadLogId()
    {
        using var context = records.CreateReader();
        return AuditRecordReader.Read(context.AuditRecords.OrderBy(record => record.Sequence).Select(record => record.Bytes).First()).LogId;
    }

    /// <summary>As it was when the run was assessed: what this installation would give today is no part of that report.</summary>
    private SelfTestSummary? ReadSelfTest(AssessmentEntry entry)
    {
        using var context = records.CreateReader();
        return context.AuditRecords.AsNoTracking()
            .Where(record => record.RunId == entry.RunId && record.Action == AuditAction.RunAssessed).Select(record => record.Bytes).AsEnumerable()
            .Select(bytes => AssessmentFacts.ReadSelfTest(AuditRecordReader.Read(bytes).Entry.After ?? "{}", entry.Number))
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>What was on record of every run when the results were known; later records do not change an earlier document.</summary>
    private List<RunHistoryEntry> ReadHistory(AssessmentEntry entry)
    {
        var upTo = entry.HeadSequence;
        using var context = records.CreateReader();
        return [.. context.AuditRecords.AsNoTracking().Where(record => record.Sequence <= upTo && record.EntityType == "run")
            .Select(record => new
            {
                record.RunId, record.Sequence, record.AtMicros, record.Action, record.Reason,
                Assessed = record.Action == AuditAction.RunAssessed ? record.Bytes : null,
            }).AsEnumerable()
            .GroupBy(record => record.RunId).Select(group => group.OrderBy(record => record.Sequence).ToList())
            .OrderBy(list => list[0].Sequence)
            .Select(list => new RunHistoryEntry(list[0].RunId, list[0].AtMicros, list[^1].Action, list[^1].Reason ?? string.Empty,
                list[0].RunId == entry.RunId ? entry.Outcome : OutcomeIn(list.LastOrDefault(record => record.Assessed is not null)?.Assessed)))];
    }

    private static string? OutcomeIn(byte[]? record) =>
        record is null ? null : AssessmentFacts.ReadOutcome(AuditRecordReader.Read(record).Entry.After ?? "{}").Outcome;
}
