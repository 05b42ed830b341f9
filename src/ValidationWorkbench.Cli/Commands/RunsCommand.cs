using System.CommandLine;
using Spectre.Console;
using ValidationWorkbench.Cli.Output;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary><c>validate runs list</c> and <c>validate runs show RUN</c>.</summary>
internal static class RunsCommand
{
    public static Command Create(CliHost host)
    {
        var records = CommonOptions.Records();
        var list = new Command("list", "List all runs on record, also failed and unfinished ones.") { records };
        list.SetAction((result, cancellationToken) => ListAsync(host, result.GetRequiredValue(records), cancellationToken));
        var run = new Argument<string>("RUN") { Description = "Id of the run" };
        var show = new Command("show", "Show criteria, counts and recommendation of a run, computed from its records.") { run, records };
        show.SetAction((result, cancellationToken) => ShowAsync(host, result.GetRequiredValue(run), result.GetRequiredValue(records), cancellationToken));
        return new Command("runs", "Runs on record") { list, show };
    }

    private static async Task<int> ListAsync(CliHost host, string folder, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.Reading(host, folder);
        var runs = await workbench.SendAsync(new ListRuns(), cancellationToken).ConfigureAwait(false);
        var table = new Table().Border(TableBorder.Rounded)
            .AddColumn(new TableColumn("Run").NoWrap()).AddColumn(new TableColumn("Planned").NoWrap()).AddColumns("Baseline", "Candidate", "Trials", "State", "Outcome");
        foreach (var (entry, finished) in runs)
        {
            table.AddRow(new[] { entry.Id, Microseconds.WriteForPeople(entry.PlannedMicros), entry.Baseline, entry.Candidate, $"{finished}/{entry.Planned}", entry.State.ToString(), entry.Outcome ?? "–" }.Select(Markup.Escape).ToArray());
        }

        host.ConsoleOn(host.Out).Write(table);
        return ExitCode.Go;
    }

    private static async Task<int> ShowAsync(CliHost host, string runId, string folder, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.Reading(host, folder);
        var run = await workbench.SendAsync(new ShowRun(runId), cancellationToken).ConfigureAwait(false);
        RunReport.Write(host.ConsoleOn(host.Out), run);
        return ExitCode.Go;
    }
}
