using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Files;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Reads the dispositions of a run back from its audit records and their evidence.</summary>
internal static class DispositionRecords
{
    /// <summary>Name under which a record carries the file.</summary>
    public const string FileName = "dispositions";

    /// <summary>The latest disposition of each difference, by case and by <see cref="StepDifference.Id"/>.</summary>
    /// <param name="records">The records.</param>
    /// <param name="runId">The run.</param>
    /// <param name="upTo">Sequence of the last record that is looked at.</param>
    /// <exception cref="IntegrityException">A record or its evidence is missing or was altered.</exception>
    public static IReadOnlyDictionary<string, Dictionary<string, Disposition>> Read(RecordsFolder records, string runId, long upTo)
    {
        var byCase = new Dictionary<string, Dictionary<string, Disposition>>(StringComparer.Ordinal);
        using var context = records.CreateReader();
        var found = context.AuditRecords.AsNoTracking()
            .Where(record => record.RunId == runId && record.Action == AuditAction.DifferencesDisposed && record.Sequence <= upTo);
        foreach (var stored in found.OrderBy(record => record.Sequence).AsEnumerable())
        {
            foreach (var row in ReadFile(records, StoredEntry.Read(stored)).Rows)
            {
                if (!byCase.TryGetValue(row.CaseId, out var differences))
                {
                    byCase[row.CaseId] = differences = new Dictionary<string, Disposition>(StringComparer.Ordinal);
                }

                differences[row.DifferenceId] = row.Disposition;
            }
        }

        return byCase;
    }

    private static DispositionFile ReadFile(RecordsFolder records, AuditEntry entry)
    {
        var attachment = entry.Attachments.SingleOrDefault(attachment => attachment.Name == FileName)
            ?? throw new IntegrityException($"run {entry.RunId}: a record of dispositions names no file.");
        try
        {
            return DispositionFile.Parse(TextFile.Parse(FileName, records.ReadEvidence(attachment.Sha256), TextFile.LargestCaseFile));
        }
        catch (InputException exception)
        {
            throw new IntegrityException($"run {entry.RunId}: dispositions on record cannot be read: {exception.Message}");
        }
    }
}
