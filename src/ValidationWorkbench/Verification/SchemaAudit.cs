using System.Text;

namespace ValidationWorkbench.Verification;

/// <summary>
/// Compares all that the schema holds with what it must hold. A column, a table, an index, a view or a trigger that is not the workbench's can make a query
/// see other rows than are stored; a guard that is gone or says something else leaves the records open to every mistake of another program.
/// </summary>
internal static class SchemaAudit
{
    public static void Run(RecordsDatabase database, FaultLog faults)
    {
        if (database.Count("pragma user_version") is var version && version != ExpectedSchema.Version)
        {
            Fault(faults, FormattableString.Invariant($"user_version is {version}; this version of the workbench verifies schema version {ExpectedSchema.Version}"));
        }

        var missing = ExpectedSchema.Objects.Keys.ToHashSet(StringComparer.Ordinal);
        var row = new StoredRow(3);
        using var objects = database.Prepare("select type, name, sql from sqlite_master order by type, name");
        while (objects.Read(row))
        {
            var (name, text) = ($"{Text(row, 0)} {Text(row, 1)}", Text(row, 2));
            if (!ExpectedSchema.Objects.TryGetValue(name, out var expected))
            {
                Fault(faults, $"the {name} is none of the workbench: {Excerpts.Cut(text, 200)}");
            }
            else if (!missing.Remove(name))
            {
                Fault(faults, $"the {name} stands twice in the schema: {Excerpts.Cut(text, 200)}");
            }
            else if (ExpectedSchema.Normalize(text) is var found && found != expected)
            {
                Fault(faults, $"the {name} was altered: {Difference(found, expected)}");
            }
        }

        foreach (var name in missing.Order(StringComparer.Ordinal))
        {
            Fault(faults, $"the {name} is missing");
        }
    }

    private static string Text(StoredRow row, int column) => Encoding.UTF8.GetString(row.Bytes(column));

    /// <summary>Cut to where the texts part, since tables are long.</summary>
    private static string Difference(string found, string expected)
    {
        var at = Math.Max(0, found.AsSpan().CommonPrefixLength(expected) - 40);
        return $"{(at > 0 ? "..." : string.Empty)}{Excerpts.Cut(found[at..], 200)}";
    }

    private static void Fault(FaultLog faults, string detail) => faults.Add(FaultClass.Schema, null, detail);
}
