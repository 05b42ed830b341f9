using System.Text.Json;

namespace ValidationWorkbench.Verification;

/// <summary>Finds the keys of a log: in the record of its creation, in records that replaced the key, and in a file from outside.</summary>
internal static class KeyReader
{
    /// <summary>Keys in the order of their records; of a record that cannot be read none is taken.</summary>
    public static KeyHistory Read(RecordsDatabase database, FaultLog faults)
    {
        var keys = new List<(long, VerifierKey)>();
        var row = new StoredRow(2);
        using var query = database.Prepare("select Sequence, Bytes from AuditRecords not indexed where Sequence = 1 union all select Sequence, Bytes from AuditRecords where Action = 'key-rotated' order by 1");
        while (query.Read(row))
        {
            if (RecordView.TryRead(row.Bytes(1), out var record) is not null || VkeyOf(record) is not { } text)
            {
                continue;
            }

            if (VerifierKey.TryRead(text, out var trouble) is { } key)
            {
                keys.Add((record.Sequence, key));
            }
            else
            {
                faults.Add(FaultClass.Key, record.Sequence, trouble!);
            }
        }

        return new KeyHistory(keys);
    }

    /// <summary>Reads the key that the log must have begun with.</summary>
    /// <exception cref="InputException">The text is no verifier key.</exception>
    public static VerifierKey ReadPinned(string vkey) => VerifierKey.TryRead(vkey, out var trouble) ?? throw new InputException("--vkey", $"{trouble}.");

    private static string? VkeyOf(RecordView record)
    {
        try
        {
            return Facts.Of(record).Text("vkey");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
