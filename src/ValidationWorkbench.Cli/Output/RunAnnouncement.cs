using System.Globalization;
using Spectre.Console;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Models;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Output;

/// <summary>What is about to run, shown before anything is spent.</summary>
internal static class RunAnnouncement
{
    public static void Write(IAnsiConsole console, PlannedRun run)
    {
        var configuration = run.Configuration;
        void Row(string name, string value) => Lines.WriteFact(console, name, value);
        console.WriteLine("About to run");
        Row("Run", run.RunId);
        Row("Plan", $"{configuration.PlanId} version {configuration.PlanVersion}, sha256 {configuration.Plan.Sha256}");
        if (configuration.Profile is { } profile)
        {
            Row("Profile", profile);
        }

        Row("Baseline", Describe(configuration.Baseline));
        Row("Candidate", Describe(configuration.Candidate));
        foreach (var model in new[] { configuration.Baseline, configuration.Candidate })
        {
            foreach (var fallback in model.DescribeFallbacks())
            {
                Row("Fallback", $"{model.Name} {fallback}, only while the endpoints before it are down; the run is split then");
            }
        }

        foreach (var set in configuration.CaseSets)
        {
            Row("Case set", $"{set.File.Name}, sha256 {set.Sha256}{(set.Pinned ? string.Empty : " (not pinned by the plan)")}");
        }

        Row("Calls", string.Create(CultureInfo.InvariantCulture, $"{Figures.Count(run.Cases, "case")} x {Figures.Count(configuration.Repeats, "repeat")} x 2 models = {run.Calls}, seed {configuration.Seed}, {configuration.Concurrency} at once"));
        Row("Estimate", string.Create(CultureInfo.InvariantCulture, $"about {run.Estimate.Total} tokens, {Money(run.EstimatedCost, configuration.Baseline)}"));
        if (run.SequentialCases > 0)
        {
            Row("One by one", string.Create(CultureInfo.InvariantCulture,
                $"{Figures.Count(run.SequentialCases, "case")} x {Figures.Count(configuration.Repeats, "repeat")} = {run.SequentialCases * configuration.Repeats} calls ")
                + $"more of {configuration.Candidate.DisplayName} after the last trial, one at a time; for display only");
        }

        if (run.Embeddings is { } embeddings)
        {
            Row("Embeddings", $"of the OQ suites, whose texts go to {embeddings.Endpoint} as well, by {embeddings.Model}; for display only");
        }

        if (configuration.ReplayedFrom is { } recording)
        {
            Row("Answers", $"from a recording, index sha256 {recording}");
        }

        if (configuration.FrozenBaseline is { } frozen)
        {
            Row("Answers", $"of the baseline from {frozen.Describe()}; only the candidate is asked, with half of the calls");
        }

        foreach (var impossible in run.Impossible)
        {
            Lines.WriteFact(console, "WARNING", impossible);
        }

        if (run.Demonstration.Count > 0)
        {
            console.WriteLine("The outcome will be a DEMONSTRATION, see below.");
        }

        console.WriteLine();
    }

    /// <summary>An amount with its currency, or that there is no price.</summary>
    public static string Money(decimal? cost, ModelSpec model) =>
        cost is { } amount ? string.Create(CultureInfo.InvariantCulture, $"{amount:0.00} {model.Price!.Currency}") : "no price in the plan";

    private static string Describe(ModelSpec model) => model.IsSimulated ? model.DisplayName
        : model.Plugin is { } plugin ? $"{model.DisplayName} as {model.Model} by the plugin {plugin.Describe()}"
            : $"{model.DisplayName} as {model.Model} at {model.Endpoint}";
}
