using System.CommandLine;
using ValidationWorkbench.Cli.Output;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary><c>validate rescore RUN</c>.</summary>
internal static class RescoreCommand
{
    public static Command Create(CliHost host)
    {
        var run = new Argument<string>("RUN") { Description = "Id of the run" };
        var plan = new Option<string?>("--plan") { HelpName = "FILE", Description = "Apply the criteria of another plan. They were not fixed in advance, so the outcome is a demonstration" };
        var reason = CommonOptions.Reason("Why, for the record; with --plan needed, and asked for at a terminal if left out");
        var records = CommonOptions.Records();
        var anchor = CommonOptions.Anchor();
        var format = CommonOptions.Format();
        var actor = CommonOptions.Actor();
        var command = new Command("rescore", "Compute everything again from the stored raw replies, without a model. The new assessment stands beside the old ones, never over them.")
        {
            run, plan, reason, records, anchor, format, actor,
        };
        command.SetAction((result, cancellationToken) => RescoreAsync(host, new AssessRun
        {
            RunId = result.GetRequiredValue(run),
            PlanPath = result.GetValue(plan),
            Reason = result.GetValue(plan) is null ? result.GetValue(reason) : host.ReasonFor("an assessment by another plan", result.GetValue(reason)),
            Again = true,
            Actor = host.ActorNamed(result.GetValue(actor)),
        }, result.GetRequiredValue(records), result.GetValue(anchor), result.GetValue(format) == "json", cancellationToken));
        return command;
    }

    private static async Task<int> RescoreAsync(CliHost host, AssessRun request, string folder, string? anchor, bool json, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.Writing(host, folder, anchor);
        var assessed = await workbench.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return await AssessmentOutput.WriteAsync(host, workbench, assessed, json).ConfigureAwait(false);
    }
}
