using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Storage;

/// <summary>
/// Who restored records, from where and why: <c>restored.json</c> among them. Restored records keep the head of their backup, so that this goes on
/// record with what is written next.
/// </summary>
/// <param name="Actor">Who did it.</param>
/// <param name="Reason">Why, in that person's words.</param>
/// <param name="RestoredAt">When, ISO 8601 in UTC with microseconds.</param>
/// <param name="Backup">Folder of the backup.</param>
/// <param name="Records">Records that were restored.</param>
/// <param name="Head">Hash of the last of them, lower-case hex.</param>
public sealed record RestoredNote(Actor Actor, string Reason, string RestoredAt, string Backup, long Records, string Head)
{
    /// <summary>Where it lies.</summary>
    public static string PathIn(string records) => Path.Combine(records, "restored.json");

    /// <summary>The note of records that were restored and not written to since; null for others.</summary>
    /// <exception cref="IntegrityException">It cannot be read.</exception>
    public static RestoredNote? Read(string records)
    {
        var path = PathIn(records);
        try
        {
            return File.Exists(path) ? CanonicalJson.Read<RestoredNote>(File.ReadAllBytes(path)) : null;
        }
        catch (FormatException exception)
        {
            throw new IntegrityException($"{path}, which says who restored these records and why, cannot be read: {exception.Message}");
        }
    }

    /// <summary>What goes on record.</summary>
    public AuditEntry ToEntry(Guid logId) => new()
    {
        Actor = Actor,
        Action = AuditAction.Restored,
        EntityType = "log",
        EntityId = logId.ToString(),
        Reason = Reason,
        After = AuditText.Clean(CanonicalJson.WriteText(new { RestoredAt, folder = Backup, Records, Head })),
    };
}
