using System.CommandLine;
using System.Globalization;
using ValidationWorkbench.Cli.Output;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary><c>validate audit show</c>.</summary>
internal static class AuditShowCommand
{
    private const int LastByDefault = 50;
    private const int MostAtOnce = 1_000_000;

    private static readonly string[] TimeForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFK"];

    public static Command Create(CliHost host)
    {
        var records = CommonOptions.Records();
        Option<string?> who = Text("--who", "NAME", "Id of the one who acted"), what = Text("--what", "ACTION", "Action, such as run-assessed"), why = Text("--why", "TEXT", "Text that the reason holds"),
            from = Text("--from", "TIME", "Recorded at this time or later: 2026-11-21 or 2026-11-21T09:00:00+01:00; UTC where no offset is given"), to = Text("--to", "TIME", "Recorded before this time"),
            entity = Text("--entity", "TYPE[:ID]", "What it was done to, such as run:R20261121-090000-0000"), run = Text("--run", "RUN", "Run that it belongs to");
        var last = new Option<int>("--last") { HelpName = "N", Description = "Number of records, the latest ones", DefaultValueFactory = _ => LastByDefault };
        var before = new Option<long?>("--before") { HelpName = "SEQUENCE", Description = "Only records before this one: the page before" };
        var format = new Option<string>("--format") { HelpName = "table|json|csv", Description = "Form of the output", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "csv");
        var command = new Command("show", "Show records of the audit trail, oldest first; times in UTC with the local offset of the machine that recorded.") { who, what, from, to, why, entity, run, last, before, format, records };
        command.SetAction(async (result, cancellationToken) =>
        {
            var thing = result.GetValue(entity)?.Split(':', 2);
            var request = new ShowAudit
            {
                Who = result.GetValue(who),
                What = result.GetValue(what),
                FromMicros = Time("--from", result.GetValue(from)),
                ToMicros = Time("--to", result.GetValue(to)),
                Why = result.GetValue(why),
                EntityType = thing?[0],
                EntityId = thing is [_, var id] ? id : null,
                RunId = result.GetValue(run),
                Before = result.GetValue(before),
                Last = result.GetRequiredValue(last) is var count and >= 1 and <= MostAtOnce ? count
                    : throw new InputException("--last", string.Create(CultureInfo.InvariantCulture, $"found {result.GetRequiredValue(last)}; a number from 1 to {MostAtOnce} is needed.")),
            };
            await using var workbench = Workbench.Reading(host, result.GetRequiredValue(records));
            var shown = await workbench.SendAsync(request, cancellationToken).ConfigureAwait(false);
            AuditTable.Write(host, shown, result.GetRequiredValue(format));
            return ExitCode.Go;
        });
        return command;
    }

    private static Option<string?> Text(string name, string helpName, string description) => new(name) { HelpName = helpName, Description = description };

    private static long? Time(string option, string? text) =>
        text is null ? null
        : DateTimeOffset.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? Microseconds.Of(time)
        : throw new InputException(option, $"found \"{text}\"; a time such as 2026-11-21 or 2026-11-21T09:00:00+01:00 is needed.");
}
