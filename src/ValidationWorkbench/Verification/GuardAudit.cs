using System.Text;

namespace ValidationWorkbench.Verification;

/// <summary>
/// Compares the triggers of the database with those that refuse changes of what only grows. They stop no one who may alter the schema, but one that is gone or
/// says something else shows that somebody did, and leaves the records open to every mistake of another program.
/// </summary>
internal static class GuardAudit
{
    private static readonly (string Table, string[] Key)[] Tables =
    [
        ("AuditRecords", []),
        ("Trials", ["RunId", "CaseId", "Role", "Repeat"]),
        ("Attempts", ["RunId", "CaseId", "Role", "Repeat", "Number"]),
        ("Assessments", ["RunId", "Number"]),
        ("Evidence", ["Sha256"]),
    ];

    /// <summary>Texts of the guards by name, as SQLite keeps them.</summary>
    public static IReadOnlyDictionary<string, string> Expected { get; } = Make();

    public static void Run(RecordsDatabase database, FaultLog faults)
    {
        var missing = Expected.Keys.ToHashSet(StringComparer.Ordinal);
        var row = new StoredRow(2);
        using var triggers = database.Prepare("select name, sql from sqlite_master where type = 'trigger' order by name");
        while (triggers.Read(row))
        {
            var (name, text) = (Encoding.UTF8.GetString(row.Bytes(0)), Encoding.UTF8.GetString(row.Bytes(1)));
            missing.Remove(name);
            if (!Expected.TryGetValue(name, out var expected))
            {
                faults.Add(FaultClass.Guard, null, $"the trigger {name} is none of the workbench: {Excerpts.Cut(text, 200)}");
            }
            else if (text != expected)
            {
                faults.Add(FaultClass.Guard, null, $"the guard {name} was altered: {Excerpts.Cut(text, 200)}");
            }
        }

        foreach (var name in missing.Order(StringComparer.Ordinal))
        {
            faults.Add(FaultClass.Guard, null, $"the guard {name} is missing: other programs may change what must only grow");
        }
    }

    private static Dictionary<string, string> Make()
    {
        var guards = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AuditRecords_next"] = """
                CREATE TRIGGER AuditRecords_next before insert on AuditRecords begin
                  select raise(abort, 'AuditRecords: not the next record') where new.Sequence is not (select coalesce(max(Sequence), 0) + 1 from AuditRecords)
                    or new.PreviousHash is not coalesce((select Hash from AuditRecords order by Sequence desc limit 1), zeroblob(32));
                end
                """,
        };
        foreach (var (table, key) in Tables)
        {
            guards[$"{table}_no_update"] = $"CREATE TRIGGER {table}_no_update before update on {table} begin {Refuse(table)}";
            guards[$"{table}_no_delete"] = $"CREATE TRIGGER {table}_no_delete before delete on {table} begin {Refuse(table)}";
            if (key.Length > 0)
            {
                var same = string.Join(" and ", key.Select(column => $"{column} = new.{column}"));
                guards[$"{table}_no_replace"] = $"CREATE TRIGGER {table}_no_replace before insert on {table} when exists (select 1 from {table} where {same}) begin {Refuse(table)}";
            }
        }

        return guards;
    }

    private static string Refuse(string table) => $"select raise(abort, '{table} is append-only'); end";
}
