using System.CommandLine;
using Spectre.Console;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Cli.Output;
using ValidationWorkbench.Monitoring;
using ValidationWorkbench.Plans;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary><c>validate plan check FILE</c>.</summary>
internal static class PlanCommand
{
    public static Command Create(CliHost host)
    {
        var file = new Argument<string>("FILE") { Description = "The validation plan (YAML)" };
        var check = new Command("check", "Check a plan and every file it names: all faults at once, each with file, line and column. Changes nothing.") { file };
        check.SetAction((result, cancellationToken) => CheckAsync(host, result.GetRequiredValue(file), cancellationToken));
        return new Command("plan", "Validation plans") { check };
    }

    private static async Task<int> CheckAsync(CliHost host, string path, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.WithoutRecords(host);
        var plan = await workbench.SendAsync(new CheckPlan(path), cancellationToken).ConfigureAwait(false);
        foreach (var note in plan.Notes)
        {
            await host.Error.WriteLineAsync($"note: {note}").ConfigureAwait(false);
        }

        var content = plan.Plan.Plan;
        await host.Out.WriteLineAsync(string.Join('\n', (string[])
        [
            $"{path}: valid",
            $"  plan       {content.Id}, version {content.Version}",
            $"  sha256     {plan.Plan.Sha256}",
            $"  use        {(content.ContextOfUse.Critical ? "critical: a language model cannot get GO" : "not critical")}",
            $"  baseline   {content.Models.Single(model => model.Name == content.Baseline).DisplayName}",
            $"  candidates {string.Join(", ", content.Candidates.Select(name => content.Models.Single(model => model.Name == name).DisplayName))}",
            $"  cases      {plan.Count(CaseTask.Categorization)} categorization, {plan.Count(CaseTask.OqGeneration)} OQ generation, {Figures.Count(content.Repeats, "repeat")}",
            $"  criteria   {content.Criteria.Count}",
            .. content.Profiles.Count == 0 ? Array.Empty<string>()
                : [$"  profiles   {string.Join(", ", content.Profiles.Keys)}; without --profile {content.DefaultProfile ?? "none"}"],
            string.Empty,
        ])).ConfigureAwait(false);
        var console = host.ConsoleOn(host.Out);
        StudyDesignTable.Write(console, plan.Design, content.Repeats);
        foreach (var remark in plan.Design.Remarks)
        {
            Lines.WriteFact(console, "WARNING", remark);
        }

        foreach (var shortcoming in EvidenceNeeds.Shortcomings(content))
        {
            Lines.WriteFact(console, "WARNING", $"Demonstration only: {shortcoming}");
        }

        console.WriteLine();
        console.WriteLine("Drift checks after acceptance");
        DriftLimits.Write(console, DriftSettings.Of(content));
        return ExitCode.Go;
    }
}
