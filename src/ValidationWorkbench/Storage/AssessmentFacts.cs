using System.Text;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Storage;

/// <summary>What the audit record of an assessment says about it: every column of its row, and the counts behind it.</summary>
public static class AssessmentFacts
{
    /// <summary>JSON text.</summary>
    /// <param name="entry">The assessment.</param>
    /// <param name="isDemonstration">True where its outcome is no evidence.</param>
    /// <param name="counts">What became of the planned trials.</param>
    /// <param name="selfTest">How the methods of the installation that assessed met their oracles.</param>
    public static string Write(AssessmentEntry entry, bool isDemonstration, object counts, SelfTestSummary selfTest)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return CanonicalJson.WriteText(new
        {
            assessment = entry.Number,
            outcome = entry.Outcome,
            demonstration = isDemonstration,
            entry.PlanSha256,
            entry.ResultsSha256,
            assessedAt = Microseconds.Write(entry.AtMicros),
            entry.Tool,
            entry.HeadSequence,
            entry.HeadHash,
            entry.HeadRoot,
            counts,
            selfTest,
        });
    }

    /// <summary>The self-test that the audit record of an assessment tells; null where the text is of another assessment or tells of none.</summary>
    /// <exception cref="FormatException">The text is none that was written here.</exception>
    public static SelfTestSummary? ReadSelfTest(string text, int number) =>
        CanonicalJson.Read<Tested>(Encoding.UTF8.GetBytes(text)) is var tested && tested.Assessment == number ? tested.SelfTest : null;

    /// <summary>Number and outcome of the assessment that a record tells of.</summary>
    /// <exception cref="FormatException">The text is none that was written here.</exception>
    public static (int Number, string Outcome) ReadOutcome(string text) =>
        CanonicalJson.Read<Told>(Encoding.UTF8.GetBytes(text)) is var told ? (told.Assessment, told.Outcome) : default;

    /// <summary>True where the record's text says what stands in the row.</summary>
    /// <exception cref="FormatException">The text is none that was written here.</exception>
    public static bool Agree(string text, AssessmentEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return CanonicalJson.Read<Told>(Encoding.UTF8.GetBytes(text)) == new Told(
            entry.Number, entry.Outcome, entry.PlanSha256, entry.ResultsSha256, Microseconds.Write(entry.AtMicros), entry.Tool,
            entry.HeadSequence, entry.HeadHash, entry.HeadRoot);
    }

    private sealed record Tested(int Assessment, SelfTestSummary? SelfTest);

    private sealed record Told(
        int Assessment, string Outcome, string PlanSha256, string ResultsSha256, string AssessedAt, string Tool,
        long HeadSequence, string HeadHash, string HeadRoot);
}
