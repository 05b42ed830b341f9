using System.Text.Encodings.Web;
using System.Text.Json;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Packaging;

/// <summary>
/// <c>run.json</c>: what was run and what came of it. <c>results</c> is free of instants and ids and is what <c>resultsSha256</c> names. Hashes of the
/// documents are not in it, since the documents may carry the hash of this file's results.
/// </summary>
public static class RunJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static PackageFile Write(DocumentFacts facts, RunResults results)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var totals = facts.Assessment.Totals[0] + facts.Assessment.Totals[1];
        var canonical = CanonicalJson.Write(new
        {
            format = "validation-workbench/run/1",
            runId = facts.RunId,
            outcome = facts.Recommendation.Word,
            demonstration = facts.Recommendation.IsDemonstration,
            tries = new { number = facts.Tries.Number, note = facts.Tries.Describe() },
            plannedAt = Microseconds.Write(facts.PlannedMicros),
            assessedAt = Microseconds.Write(facts.AssessedMicros),
            tool = facts.Tool,
            counts = new { totals.Planned, totals.Passed, totals.Failed, totals.Undecided, totals.Error, totals.Aborted, totals.Unscored },
            configuration = facts.Configuration,
            configurationSha256 = facts.ConfigurationSha256,
            results,
            resultsSha256 = facts.ResultsSha256,
            usage = new { baseline = facts.Usage[0], candidate = facts.Usage[1] },
            firstToken = FirstTokenTimes.All(facts.Scored),
            audit = new { log = Checkpoint.OriginOf(facts.LogId), records = facts.HeadSequence, head = facts.HeadHash, root = facts.HeadRoot },
        });
        return new PackageFile("run.json", Indent(canonical));
    }

    private static byte[] Indent(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            document.WriteTo(writer);
        }

        stream.Write("\n"u8);
        return stream.ToArray();
    }
}
