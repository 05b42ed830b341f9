using System.CommandLine;
using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Files;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary><c>validate baseline record</c>.</summary>
internal static class BaselineCommand
{
    public static Command Create(CliHost host)
    {
        var model = new Option<string>("--model") { HelpName = "NAME", Description = "The baseline, by its name in the plan", Required = true };
        var output = new Option<string>("--out")
        {
            HelpName = "DIR",
            Description = "Folder of the recording; one that was begun and not finished is gone on with",
            Required = true,
        };
        var plan = new Option<string?>("--plan") { HelpName = "FILE", Description = "The validation plan; the default plan if left out" };
        var profile = CommonOptions.Profile();
        var records = CommonOptions.Records();
        var anchor = CommonOptions.Anchor();
        var actor = CommonOptions.Actor();
        var record = new Command(
            "record",
            "Ask the baseline alone, all cases in all repeats, and keep its answers as a recording that later runs answer it from. "
            + "Prints the plan section that pins the recording. Exit code 5 where it could not be finished.")
        {
            model, output, plan, profile, records, anchor, actor,
        };
        record.SetAction((result, cancellationToken) =>
            RecordAsync(host, result.GetRequiredValue(records), result.GetValue(anchor), new RecordBaseline
            {
                Actor = host.ActorNamed(result.GetValue(actor)),
                PlanPath = result.GetValue(plan) ?? ShippedFiles.DefaultPlan,
                Profile = result.GetValue(profile),
                Model = result.GetRequiredValue(model),
                Folder = result.GetRequiredValue(output),
                OnStart = (asked, calls) => host.Error.WriteLine($"Recording {asked.DisplayName}: {Figures.Count(calls, "question")}"),
            }, cancellationToken));
        return new Command("baseline", "Recordings of the model in use") { record };
    }

    private static async Task<int> RecordAsync(CliHost host, string folder, string? anchor, RecordBaseline request,
        CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.Writing(host, folder, anchor);
        var recorded = await workbench.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var answers = string.Create(CultureInfo.InvariantCulture, $"{recorded.Answered} of {recorded.Planned} questions have an answer");
        if (recorded.Frozen is not { } frozen)
        {
            await host.Error.WriteLineAsync($"validate: the recording is not finished: {recorded.StopReason}. {answers}; the same command goes on.")
                .ConfigureAwait(false);
            return ExitCode.Invalid;
        }

        await host.Out.WriteLineAsync(string.Join('\n',
            $"Recorded {recorded.Model.DisplayName}: {answers}, {Figures.Count(frozen.Calls, "call")}",
            "To answer the baseline from it, put this into a new version of the plan:",
            string.Empty,
            "frozenBaseline:",
            $"  path: {recorded.PlanEntry}",
            $"  sha256: {frozen.Sha256}")).ConfigureAwait(false);
        return ExitCode.Go;
    }
}
