using System.Globalization;
using ValidationWorkbench.Audit;

namespace ValidationWorkbench.UseCases;

/// <summary>Reads what a stored audit record tells, from its bytes.</summary>
internal static class StoredEntry
{
    /// <exception cref="IntegrityException">The record cannot be read, or its bytes do not agree with its hash or with the columns it was found by.</exception>
    public static AuditEntry Read(StoredAuditRecord stored)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"audit record {stored.Sequence}");
        if (!stored.Hash.AsSpan().SequenceEqual(AuditChain.Hash(stored.Bytes)))
        {
            throw new IntegrityException($"{place} was altered: its bytes do not give its hash.");
        }

        try
        {
            var entry = AuditRecordReader.Read(stored.Bytes).Entry;
            return entry.Action == stored.Action && entry.RunId == stored.RunId ? entry
                : throw new IntegrityException($"{place} was altered: a column differs from its bytes.");
        }
        catch (FormatException exception)
        {
            throw new IntegrityException($"{place} cannot be read: {exception.Message}");
        }
    }
}
