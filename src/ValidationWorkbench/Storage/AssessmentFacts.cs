using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Storage;

/// <summary>What the audit record of an assessment says about it: every column of its row, and the counts behind it.</summary>
public static class AssessmentFacts
{
    /// <summary>JSON text.</summary>
    /// <param name="entry">The assessment.</param>
    /// <param name="isDemonstration">True where its outcome is no evidence.</param>
    /// <param name="counts">What became of the planned trials.</param>
    public static string Write(AssessmentEntry entry, bool isDemonstration, object counts)
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
        });
    }
}
