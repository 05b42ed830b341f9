using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Packaging;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Output;

/// <summary>Records of the audit trail as table, JSON and CSV.</summary>
internal static class AuditTable
{
    private static readonly string[] Columns =
    [
        "sequence", "recordedAt", "occurredAt", "localOffset", "actorId", "actorName", "actorRole", "establishedBy", "action", "entityType", "entityId", "runId", "reason", "before", "after", "attachments",
        "configurationSha256", "host", "tool", "sqlite", "hash", "previousHash",
    ];

    public static void Write(CliHost host, ShownRecords shown, string format)
    {
        foreach (var doubt in shown.Doubts)
        {
            host.Error.WriteLine($"warning: {doubt}");
        }

        switch (format)
        {
            case "json":
                host.Out.WriteLine(JsonSerializer.Serialize(new { records = shown.Records.Select(entry => Describe(entry.Record, entry.Hash)), hasEarlier = shown.HasEarlier, doubts = shown.Doubts }, JsonOutput.Options));
                break;
            case "csv":
                host.Out.Write(CsvLine.Of(Columns));
                foreach (var (record, hash) in shown.Records)
                {
                    host.Out.Write(CsvLine.Of(Fields(record, hash)));
                }

                break;
            default:
                WriteTable(host, shown);
                break;
        }
    }

    private static void WriteTable(CliHost host, ShownRecords shown)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn(new TableColumn("No.").NoWrap().RightAligned()).AddColumns("When (UTC, local offset)", "Who", "What", "To what", "Why");
        foreach (var (record, _) in shown.Records)
        {
            var entry = record.Entry;
            table.AddRow(new[]
            {
                Number(record.Sequence), $"{Microseconds.Write(record.AtMicros)} {Offset(record.OffsetMinutes)}", entry.Actor.Name == entry.Actor.Id ? entry.Actor.Id : $"{entry.Actor.Name} ({entry.Actor.Id})",
                entry.Action, $"{entry.EntityType} {entry.EntityId}", Excerpts.Cut(entry.Reason ?? "–", 300),
            }.Select(text => Markup.Escape(Printable(text))).ToArray());
        }

        host.ConsoleOn(host.Out).Write(table);
        if (shown.HasEarlier)
        {
            host.Out.WriteLine($"There are earlier ones: --before {Number(shown.Records[0].Record.Sequence)} shows the page before.");
        }
    }

    private static object Describe(AuditRecord record, string hash) => new
    {
        sequence = record.Sequence,
        recordedAt = Microseconds.Write(record.AtMicros),
        occurredAt = Microseconds.Write(record.OccurredMicros),
        localOffset = Offset(record.OffsetMinutes),
        actor = record.Entry.Actor,
        action = record.Entry.Action,
        meaning = AuditAction.Texts.GetValueOrDefault(record.Entry.Action),
        entityType = record.Entry.EntityType,
        entityId = record.Entry.EntityId,
        runId = record.Entry.RunId,
        reason = record.Entry.Reason,
        before = record.Entry.Before,
        after = record.Entry.After,
        attachments = record.Entry.Attachments,
        configurationSha256 = record.Entry.ConfigurationSha256,
        host = record.Host,
        tool = record.Tool,
        sqlite = record.Sqlite,
        logId = record.LogId.ToString("N"),
        hash,
        previousHash = Convert.ToHexStringLower(record.PreviousHash),
    };

    private static IEnumerable<string> Fields(AuditRecord record, string hash)
    {
        var entry = record.Entry;
        return
        [
            Number(record.Sequence), Microseconds.Write(record.AtMicros), Microseconds.Write(record.OccurredMicros), Offset(record.OffsetMinutes),
            entry.Actor.Id, entry.Actor.Name, entry.Actor.Role, entry.Actor.EstablishedBy, entry.Action, entry.EntityType, entry.EntityId, entry.RunId, entry.Reason ?? "", entry.Before ?? "", entry.After ?? "",
            string.Join(' ', entry.Attachments.Select(attachment => $"{attachment.Name}:{attachment.Sha256}")), entry.ConfigurationSha256 ?? "", record.Host, record.Tool, record.Sqlite, hash, Convert.ToHexStringLower(record.PreviousHash),
        ];
    }

    private static string Printable(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));

    private static string Offset(short minutes) => string.Create(CultureInfo.InvariantCulture, $"{(minutes < 0 ? '-' : '+')}{Math.Abs(minutes) / 60:00}:{Math.Abs(minutes) % 60:00}");

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
