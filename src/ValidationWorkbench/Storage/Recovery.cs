using System.Globalization;
using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Storage;

/// <summary>Records that were found behind the last checkpoint when the log was opened: a crash came between commit and checkpoint.</summary>
/// <param name="CheckpointRecords">Records under the last checkpoint; 0 where there was none.</param>
/// <param name="CheckpointRoot">Root over them, lower-case hex.</param>
/// <param name="Records">Records found.</param>
/// <param name="Root">Root over all of them.</param>
internal sealed record Recovery(long CheckpointRecords, string CheckpointRoot, long Records, string Root)
{
    /// <summary>What goes on record.</summary>
    public AuditEntry ToEntry(Guid logId) => new()
    {
        Actor = Actor.Workbench,
        Action = AuditAction.Recovered,
        EntityType = "log",
        EntityId = logId.ToString(),
        Reason = string.Create(CultureInfo.InvariantCulture, $"Behind the last checkpoint, over {CheckpointRecords} records, {Records - CheckpointRecords} more were found."),
        Before = CanonicalJson.WriteText(new { records = CheckpointRecords, root = CheckpointRoot }),
        After = CanonicalJson.WriteText(new { records = Records, root = Root }),
    };
}
