using System.Text.Json;

namespace ValidationWorkbench.Verification;

/// <summary>Finds the keys of a log: in the record of its creation, in records that replaced the key, and from outside.</summary>
internal static class KeyReader
{
    /// <summary>
    /// Keys in the order of their records. A key that replaces another counts only with the signature of the one before; of a record that cannot be read none is taken.
    /// </summary>
    /// <param name="database">The records.</param>
    /// <param name="known">Keys read before.</param>
    /// <param name="after">Sequence up to which they were read; 0 for the first time.</param>
    /// <param name="pinned">The key that the log must have begun with; it stands in where the first record names none.</param>
    /// <param name="faults">Takes the faults.</param>
    public static KeyHistory Read(RecordsDatabase database, KeyHistory known, long after, VerifierKey? pinned, FaultLog faults)
    {
        var keys = known.Keys.ToList();
        var row = new StoredRow(2);
        using var query = database.Prepare("""
            select Sequence, Bytes from AuditRecords not indexed where Sequence = 1 and ?1 < 1
            union all select Sequence, Bytes from AuditRecords where Action = 'key-rotated' and Sequence > ?1 order by 1
            """);
        for (query.Bind(after); query.Read(row);)
        {
            if (RecordView.TryRead(row.Bytes(1), out var record) is null && FactsOf(record) is var facts && facts.Text("vkey") is { } text)
            {
                Add(keys, record.Sequence, text, facts.Text("signature"), pinned, faults);
            }
        }

        if (pinned is not null && (keys.Count == 0 || keys[0].Since > 1))
        {
            keys.Insert(0, (1, pinned));
        }

        return new KeyHistory(keys);
    }

    private static void Add(List<(long Since, VerifierKey Key)> keys, long sequence, string text, string? signature, VerifierKey? pinned, FaultLog faults)
    {
        if (VerifierKey.TryRead(text, out var trouble) is not { } key)
        {
            faults.Add(FaultClass.Key, sequence, trouble!);
            return;
        }

        var before = keys.Count > 0 ? keys[^1].Key : pinned;
        if (sequence > 1 && before?.HasNamed(key, signature) != true)
        {
            faults.Add(FaultClass.Key, sequence, $"the key {key.IdText} that the record brings in is not signed by the key before, {before?.IdText ?? "which is not known"}; it counts for nothing");
            key.Dispose();
            return;
        }

        keys.Add((sequence, key));
    }

    /// <summary>Reads the key that the log must have begun with.</summary>
    /// <exception cref="InputException">The text is no verifier key.</exception>
    public static VerifierKey ReadPinned(string vkey) => VerifierKey.TryRead(vkey, out var trouble) ?? throw new InputException("--vkey", $"{trouble}.");

    private static Facts FactsOf(RecordView record)
    {
        try
        {
            return Facts.Of(record);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return default;
        }
    }
}
