using System.Globalization;
using System.Text.Json;
using ValidationWorkbench.Verification;

namespace ValidationWorkbench.Cli.Output;

/// <summary>The report of a verification as text and as JSON.</summary>
internal static class AuditReportOutput
{
    public static Task WriteTextAsync(TextWriter writer, AuditReport report) => writer.WriteLineAsync(string.Join('\n', Lines(report)));

    public static Task WriteJsonAsync(TextWriter writer, AuditReport report) => writer.WriteLineAsync(JsonSerializer.Serialize(new
    {
        verdict = report.Verdict,
        tool = report.Tool,
        sqlite = report.Sqlite,
        libraries = report.Libraries,
        records = report.Folder,
        logId = report.LogId?.ToString("N"),
        keys = report.Keys.Select(key => new { since = key.Since, vkey = key.Key }),
        keyPinned = report.IsKeyPinned,
        range = new { first = report.First, last = report.Last, count = report.Records },
        head = new { computed = report.Head, expected = report.StoredHead },
        root = new { computed = report.Root, expected = report.Expected?.Root, size = report.Expected?.Size },
        anchor = report.Anchor is null ? null : new { path = report.Anchor, checkpointsChecked = report.CheckpointsChecked, checkpointsMissing = report.CheckpointsMissing },
        rows = report.Rows,
        evidence = new { pieces = report.Evidence, bytes = report.EvidenceBytes },
        timestamps = report.Timestamps.Select(stamp => new
        {
            record = stamp.Sequence,
            size = stamp.Size,
            time = stamp.Time.UtcDateTime,
            subject = stamp.Subject,
            serial = stamp.Serial,
            authorityChecked = stamp.IsPinned,
        }),
        documents = report.Documents,
        integrityCheck = report.Integrity,
        recomputed = report.Recomputed is { } again ? new { assessments = again.Assessments, documents = again.Documents } : null,
        seconds = Math.Round(report.Duration.TotalSeconds, 3),
        faults = report.FaultCount,
        classes = report.Classes.Select(entry => new { @class = entry.Class.ToString(), count = entry.Count, firstSequence = entry.FirstSequence }),
        details = report.Faults.Select(fault => new { @class = fault.Class.ToString(), sequence = fault.Sequence, detail = fault.Detail }),
        remarks = report.Remarks,
    }, JsonOutput.Options));

    private static IEnumerable<string> Lines(AuditReport report)
    {
        yield return $"audit trail  {report.Verdict}";
        yield return Line("checked by", $"{report.Tool}, SQLite {report.Sqlite}, {string.Join(", ", report.Libraries)}");
        yield return Line("log", report.LogId is { } id ? id.ToString("N") : "none yet");
        foreach (var (since, key) in report.Keys)
        {
            yield return Line("key", $"{key}{(since > 1 ? Text($" from record {since}") : report.IsKeyPinned ? " (as given from outside)" : " (as the log says)")}");
        }

        yield return Line("records", report.Records == 0 ? "0" : Text($"{report.Records}, from {report.First} to {report.Last}"));
        yield return Line("head", report.Head == report.StoredHead ? report.Head : $"{report.Head}, expected {report.StoredHead}");
        yield return Line("root", report.Expected is not { } expected ? report.Root : expected.Root == report.Root ? $"{report.Root}, as anchored" : Text($"{report.Root}, anchored {expected.Root} over {expected.Size} records"));
        yield return Line("anchor", report.Anchor is null ? "none" : Text($"{report.Anchor}: {report.CheckpointsChecked} checkpoints checked, {report.CheckpointsMissing} missing their records"));
        yield return Line("rows", Text($"{report.Rows} agree with their records"));
        yield return Line("evidence", Text($"{report.Evidence} pieces re-hashed, {report.EvidenceBytes} bytes"));
        foreach (var stamp in report.Timestamps)
        {
            yield return Line("time stamp", Text($"checkpoint over {stamp.Size} records, {stamp.Time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} by {stamp.Subject}, serial {stamp.Serial}{(stamp.IsPinned ? " (as given from outside)" : " (not checked)")}"));
        }

        if (report.Documents > 0)
        {
            yield return Line("documents", Text($"{report.Documents} issued files compared"));
        }

        if (report.Recomputed is { } again)
        {
            yield return Line("integrity", report.Integrity ?? "could not be asked");
            yield return Line("recomputed", Text($"{again.Assessments} assessments, {again.Documents} documents"));
        }

        yield return Line("duration", Text($"{report.Duration.TotalSeconds:F1} s"));
        yield return Line("faults", Text($"{report.FaultCount}"));
        foreach (var (kind, count, first) in report.Classes)
        {
            yield return Text($"    {kind}: {count}{(first is { } sequence ? Text($", first at record {sequence}") : string.Empty)}");
        }

        foreach (var remark in report.Remarks)
        {
            yield return Line("remark", remark);
        }

        yield return report.Verdict switch
        {
            AuditReport.Pass => "Every record, row and piece of evidence is as it was signed for outside of these records.",
            AuditReport.Internal => "Compare the head with one kept outside these records (a printed document, a manifest): only that excludes that all of them were replaced.",
            _ => "Nothing may be concluded from these records until that is explained.",
        };
    }

    private static string Line(string name, string value) => $"  {name,-10} {value}";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
