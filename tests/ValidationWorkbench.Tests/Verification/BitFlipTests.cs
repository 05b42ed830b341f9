using Microsoft.Data.Sqlite;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Statistics;
using ValidationWorkbench.Verification;
using Xunit;

namespace ValidationWorkbench.Tests.Verification;

/// <summary>Single bits that change by themselves, in stored values and in the file.</summary>
public sealed class BitFlipTests
{
    private const int Rows = 20;

    [Fact]
    public void Every_one_of_20000_bit_flips_in_stored_values_is_found_at_its_record()
    {
        var rows = Trail();
        var random = new SplitMix64(20261121);
        for (var i = 0; i < 20_000; i++)
        {
            var (at, column) = (random.NextIndex(Rows), random.NextIndex(TrailColumns.Names.Count));
            var original = rows[at][column];
            if (original is null or byte[] { Length: 0 })
            {
                continue;
            }

            rows[at][column] = Flip(original, random);
            if (column == TrailColumns.Sequence && rows.Count(row => row[0]!.Equals(rows[at][0])) > 1)
            {
                // No table takes the same key twice.
                rows[at][column] = original;
                continue;
            }

            // A record that is stored elsewhere leaves a gap, and its bytes say which it is.
            var faults = Verify(rows).Faults.Where(fault => column != TrailColumns.Sequence || fault.Class == FaultClass.Column);
            var first = faults.Min(fault => fault.Sequence);
            rows[at][column] = original;
            Assert.True(first == at + 1, $"flip {i}: record {at + 1}, {TrailColumns.Names[column]}: found at {first}");
        }

        Assert.Equal(0, Verify(rows).Count);
    }

    [Fact]
    public async Task No_bit_flip_in_the_database_file_that_changes_a_stored_value_goes_unnoticed()
    {
        await using var records = await AttackedRecords.CreateAsync();
        var path = Path.Combine(records.Folder, "workbench.db");
        var bytes = await File.ReadAllBytesAsync(path);
        var expected = Values(path);
        var random = new SplitMix64(7);
        int changed = 0, missed = 0;
        for (var i = 0; i < 300; i++)
        {
            var bit = random.NextIndex(bytes.Length * 8);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            await File.WriteAllBytesAsync(path, bytes);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            if (Values(path) == expected)
            {
                continue;
            }

            // Whatever the damage, the verification ends with a report.
            changed++;
            missed += (await records.VerifyAsync()).Holds ? 1 : 0;
        }

        Assert.True(changed > 30, $"only {changed} of the flips changed a value");
        Assert.Equal(0, missed);
    }

    private static List<object?[]> Trail()
    {
        var previous = AuditChain.Start;
        var rows = new List<object?[]>();
        for (var sequence = 1; sequence <= Rows; sequence++)
        {
            var record = Audit.Make.Full with
            {
                Sequence = sequence,
                PreviousHash = previous,
                AtMicros = 1000 * sequence,
                Entry = Audit.Make.Full.Entry with { Action = sequence == 1 ? AuditAction.LogCreated : AuditAction.Refused, Reason = sequence % 3 == 0 ? null : "because" },
            };
            var stored = StoredAuditRecord.From(record);
            rows.Add([stored.Sequence, stored.Bytes, stored.Hash, stored.PreviousHash, stored.AtMicros, stored.ActorId, stored.Action, stored.EntityType, stored.EntityId, stored.RunId, stored.Reason]);
            previous = stored.Hash;
        }

        return rows;
    }

    private static object Flip(object value, SplitMix64 random)
    {
        if (value is long number)
        {
            return number ^ (1L << random.NextIndex(64));
        }

        byte[] bytes = value is string text ? System.Text.Encoding.UTF8.GetBytes(text) : [.. (byte[])value];
        bytes[random.NextIndex(bytes.Length)] ^= (byte)(1 << random.NextIndex(8));
        return value is string ? new FlippedText(bytes) : bytes;
    }

    private static FaultLog Verify(List<object?[]> rows)
    {
        var faults = new FaultLog();
        var trail = new TrailVerifier(faults);
        var row = new StoredRow(TrailColumns.Names.Count);

        // A database hands rows out by their sequence.
        foreach (var values in rows.OrderBy(values => (long)values[0]!))
        {
            row.Clear();
            for (var column = 0; column < values.Length; column++)
            {
                Set(row, column, values[column]);
            }

            trail.Add(row, out _);
        }

        if (trail.Count > 0 && trail.Range.Last != Rows)
        {
            faults.Add(FaultClass.Truncation, Math.Min(trail.Range.Last, Rows), "another end");
        }

        return faults;
    }

    private static void Set(StoredRow row, int column, object? value)
    {
        switch (value)
        {
            case long number:
                row.Set(column, number);
                break;
            case string text:
                row.Set(column, CellKind.Text, System.Text.Encoding.UTF8.GetBytes(text));
                break;
            case FlippedText text:
                row.Set(column, CellKind.Text, text.Bytes);
                break;
            case byte[] bytes:
                row.Set(column, CellKind.Blob, bytes);
                break;
        }
    }

    /// <summary>All values of all tables with their storage classes; "unreadable" where SQLite refuses.</summary>
    private static string Values(string path)
    {
        try
        {
            using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
            connection.Open();
            var values = new System.Text.StringBuilder();
            foreach (var (table, columns) in new[]
            {
                ("AuditRecords", string.Join(", ", TrailColumns.Names)), ("Runs", "*"), ("Trials", "*"), ("Attempts", "*"), ("Assessments", "*"), ("Evidence", "*"),
            })
            {
                using var command = connection.CreateCommand();
                command.CommandText = $"select {columns} from {table} not indexed order by rowid";
                using var reader = command.ExecuteReader();
                while (reader.Read())
                {
                    for (var i = 0; i < reader.FieldCount; i++)
                    {
                        values.Append(reader.GetFieldType(i).Name).Append(' ').Append(reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i)).Append('\n');
                    }
                }
            }

            return values.ToString();
        }
        catch (Exception exception) when (exception is SqliteException or InvalidCastException or ArgumentException or OverflowException)
        {
            return "unreadable";
        }
    }

    private sealed record FlippedText(byte[] Bytes);
}
