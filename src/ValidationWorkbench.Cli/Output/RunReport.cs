using System.Globalization;
using Spectre.Console;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Output;

/// <summary>Criteria, counts and recommendation of a run as text.</summary>
internal static class RunReport
{
    public static void Write(IAnsiConsole console, AssessedRun run)
    {
        WriteCriteria(console, run);
        var total = run.Total;
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Trials  {total.Planned} planned = {total.Passed} passed + {total.Failed} failed + {total.Undecided} undecided + {total.Error} error + {total.Aborted} aborted{(total.Unscored > 0 ? $" + {total.Unscored} unscored" : string.Empty)}"));
        if (run.Assessment.Embeddings is { } embeddings)
        {
            Lines.WriteFact(console, "Embeddings", $"{embeddings.Describe()} (for display, they decide nothing)");
        }

        // A GO has it among its reasons.
        if (run.Recommendation.Outcome != Outcome.Go && run.Tries.Describe() is { } tries)
        {
            Lines.WriteFact(console, "Tries", tries);
        }

        console.WriteLine();
        WriteRecommendation(console, run.Recommendation);
    }

    /// <summary>Number of the assessment, and how it compares with those on record before.</summary>
    public static string Standing(AssessedRun run)
    {
        var same = run.Earlier.Where(entry => entry.ResultsSha256 == run.ResultsSha256).Select(entry => entry.Number).ToList();
        var others = run.Earlier.Where(entry => entry.ResultsSha256 != run.ResultsSha256)
            .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Number} ({entry.Outcome}, {(entry.PlanSha256 == run.PlanSha256 ? "same plan" : "another plan")})")).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{run.Number}")
            + (same.Count > 0 ? $"; the same results to the last digit as assessment {string.Join(", ", same)}" : string.Empty)
            + (others.Count > 0 ? $"; other results than assessment {string.Join(", ", others)}" : string.Empty);
    }

    private static void WriteCriteria(IAnsiConsole console, AssessedRun run)
    {
        var table = new Table().Border(TableBorder.Rounded)
            .AddColumn("Id").AddColumn("Criterion").AddColumn("Required").AddColumn("Observed").AddColumn("Bound").AddColumn("Baseline").AddColumn(new TableColumn("n").RightAligned()).AddColumn("Verdict");
        foreach (var finding in run.Assessment.Findings)
        {
            table.AddRow(
                Escape(finding.Criterion.Id), Escape(CriterionWords.Name(finding.Criterion)), Escape(CriterionWords.Required(finding.Criterion)), Escape(Told(run, finding, ModelRole.Candidate, CriterionWords.Observed(finding))),
                Escape(CriterionWords.Bound(finding)), Escape(Told(run, finding, ModelRole.Baseline, CriterionWords.Baseline(finding))), finding.N.ToString(CultureInfo.InvariantCulture), $"[{ColourOf(finding.Verdict)}]{CriterionWords.Word(finding.Verdict)}[/]");
        }

        console.Write(table);
    }

    /// <summary>A latency that was recorded earlier is not shown as if it had been measured in this run.</summary>
    private static string Told(AssessedRun run, Finding finding, ModelRole role, string figure) =>
        finding.Criterion.Kind == CriterionKind.Latency && run.Configuration.IsRecorded(role) ? $"{figure} (recorded)" : figure;

    private static void WriteRecommendation(IAnsiConsole console, Recommendation recommendation)
    {
        var mark = recommendation.IsDemonstration ? "DEMONSTRATION – " : string.Empty;
        console.MarkupLine($"[bold]{mark}Recommendation: {recommendation.Word}[/]");
        WriteLines(console, recommendation.Reasons);
        WriteLines(console, recommendation.Warnings.Select(warning => $"WARNING {warning}"));
        if (recommendation.IsDemonstration)
        {
            console.WriteLine();
            console.WriteLine("A demonstration is no evidence about any model:");
            WriteLines(console, recommendation.DemonstrationReasons);
        }
    }

    private static void WriteLines(IAnsiConsole console, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Lines.WriteEntry(console, line);
        }
    }

    private static string ColourOf(Verdict verdict) => verdict switch
    {
        Verdict.Go => "green",
        Verdict.NoGo => "red",
        _ => "yellow",
    };

    private static string Escape(string text) => Markup.Escape(text);
}
