using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Reads the audit trail of a run as of the head of an assessment, so that later records change no earlier document.</summary>
internal static class RunTrail
{
    /// <summary>The trail. Records of single calls are counted by their columns; all others are read.</summary>
    public static TrailFacts Read(RecordsFolder records, AssessmentEntry entry)
    {
        var (runId, head) = (entry.RunId, entry.HeadSequence);
        using var context = records.CreateReader();
        using var connection = records.ConnectForReading();
        var all = context.AuditRecords.AsNoTracking();
        var first = all.Where(record => record.RunId == runId).Min(record => record.Sequence);
        var own = all.Where(record => record.Sequence >= first && record.Sequence <= head && (record.RunId == runId || record.RunId == string.Empty));
        List<string> calls = [.. TrailFacts.CallActions];
        return new TrailFacts
        {
            Entries = [.. own.Where(record => !calls.Contains(record.Action)).OrderBy(record => record.Sequence).AsEnumerable().Select(EntryOf)],
            Calls = [.. own.Where(record => calls.Contains(record.Action)).GroupBy(record => record.Action)
                .Select(group => new
                {
                    group.Key,
                    Count = group.Count(),
                    First = group.Min(record => record.Sequence),
                    Last = group.Max(record => record.Sequence),
                })
                .AsEnumerable().OrderBy(group => group.First).Select(group => new TrailTally(group.Key, group.Count, group.First, group.Last))],
            Assessment = all.Where(record => record.RunId == runId && record.Action == AuditAction.RunAssessed && record.Sequence > head)
                .OrderBy(record => record.Sequence).AsEnumerable().Select(EntryOf)
                .FirstOrDefault(found => AssessmentFacts.ReadOutcome(found.Record.Entry.After ?? "{}").Number == entry.Number),
            CheckpointKey = LogKey.At(StoredTrail.Read(connection).ReadKeys(), head).ToString(),
        };
    }

    private static TrailEntry EntryOf(StoredAuditRecord stored) => new(AuditRecordReader.Read(stored.Bytes), Convert.ToHexStringLower(stored.Hash));
}
