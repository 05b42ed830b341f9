using System.CommandLine;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary><c>validate cases check</c> and <c>validate cases generate</c>.</summary>
internal static class CasesCommand
{
    public static Command Create(CliHost host)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Case files, or folders with case files and the documents they name", Arity = ArgumentArity.OneOrMore };
        var check = new Command("check", "Check case files and print the SHA-256 to pin in a plan. Changes nothing.") { paths };
        check.SetAction((result, cancellationToken) => CheckAsync(host, result.GetRequiredValue(paths), cancellationToken));

        var count = new Option<int>("--count") { HelpName = "N", Description = "Number of cases", Required = true };
        var seed = new Option<int>("--seed") { HelpName = "N", Description = "Seed: the same seed gives the same cases", DefaultValueFactory = _ => 1 };
        var folder = new Option<string>("--out") { HelpName = "DIR", Description = "Empty folder to write to", Required = true };
        var generate = new Command("generate", "Write made-up categorization cases for load tests. They prove nothing about a model.") { count, seed, folder };
        generate.SetAction((result, cancellationToken) =>
            GenerateAsync(host, new GenerateCases(result.GetRequiredValue(count), result.GetRequiredValue(seed), result.GetRequiredValue(folder)), cancellationToken));
        return new Command("cases", "Case sets") { check, generate };
    }

    private static async Task<int> CheckAsync(CliHost host, string[] paths, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.WithoutRecords(host);
        var found = await workbench.SendAsync(new CheckCases(paths), cancellationToken).ConfigureAwait(false);
        foreach (var note in found.Notes)
        {
            await host.Error.WriteLineAsync($"note: {note}").ConfigureAwait(false);
        }

        foreach (var set in found.Sets)
        {
            var unverified = set.Set.Cases.Count(testCase => testCase.VerifiedBy.Count == 0);
            var cases = Figures.Count(set.Set.Cases.Count, $"{CriterionWords.Kebab(set.Set.Task)} case");
            await host.Out.WriteLineAsync($"{set.File.Name}: valid, {cases}, {unverified} verified by nobody\n  sha256 {set.Sha256}").ConfigureAwait(false);
        }

        return ExitCode.Go;
    }

    private static async Task<int> GenerateAsync(CliHost host, GenerateCases request, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.WithoutRecords(host);
        var files = await workbench.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await host.Out.WriteLineAsync($"{Figures.Count(request.Count, "case")} in {Figures.Count(files.Count, "file")}, {files[0]} to {files[^1]}").ConfigureAwait(false);
        return ExitCode.Go;
    }
}
