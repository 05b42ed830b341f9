using System.Globalization;
using System.Text.RegularExpressions;
using Spectre.Console;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Monitoring;

namespace ValidationWorkbench.Cli.Output;

/// <summary>Parts that the reports of comparisons and drift checks share.</summary>
internal static partial class MonitoringLines
{
    private const int NameWidth = 12;
    private const int MostIds = 20;
    private const string FlipIndent = "    ";

    public static void WriteFact(IAnsiConsole console, string name, string value) => Lines.WriteFact(console, name, value, NameWidth);

    public static void WriteRun(IAnsiConsole console, string name, RunIdentity run) =>
        WriteFact(console, name, $"{run.Id}, planned {run.Planned}, {run.Candidate}, {(run.Demonstration ? "DEMONSTRATION, " : string.Empty)}{run.Outcome}");

    /// <summary>Shared cases, and by id every case that is not shared.</summary>
    public static void WritePanel(IAnsiConsole console, PanelCoverage panel, int repeats, string first, string second)
    {
        WriteFact(console, "Panel", string.Create(CultureInfo.InvariantCulture,
            $"{Figures.Count(panel.Shared, "shared case")}, {Figures.Count(repeats, "repeat")}; {panel.Changed.Count} changed, {panel.OnlyInFirst.Count} only in {first}, {panel.OnlyInSecond.Count} only in {second}"));
        WriteIds(console, "  changed", panel.Changed);
        WriteIds(console, $"  {first}", panel.OnlyInFirst);
        WriteIds(console, $"  {second}", panel.OnlyInSecond);
    }

    /// <summary>The paired table, one column for each task, so that it fits a narrow terminal; nothing without a shared case.</summary>
    public static void WriteTasks(IAnsiConsole console, IReadOnlyList<TaskComparison> tasks)
    {
        if (tasks.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumn("Cases");
        foreach (var task in tasks)
        {
            table.AddColumn(new TableColumn(CriterionWords.Kebab(task.Task)).RightAligned().NoWrap());
        }

        void Row(string name, Func<TaskComparison, string> value) => table.AddRow([name, .. tasks.Select(value)]);
        Row("compared", task => Number(task.N));
        Row("right in both", task => Number(task.BothRight));
        Row("lost", task => Number(task.Losses));
        Row("gained", task => Number(task.Gains));
        Row("wrong in both", task => Number(task.BothWrong));
        Row("difference, points", task => Figures.Points(task.Difference));
        Row("95 % interval", task => $"{Figures.LowerPoints(task.Lower)} to {Figures.UpperPoints(task.Upper)}");
        Row("McNemar", task => PText.Of(task.McNemarP));
        console.Write(table);
    }

    /// <summary>Every case whose verdict changed, with what was answered and why that is right or wrong.</summary>
    public static void WriteFlips(IAnsiConsole console, IReadOnlyList<TaskComparison> tasks, string first, string second)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Flipped cases: {tasks.Sum(task => task.Flips.Count)}"));
        var width = FlipIndent.Length + Math.Max(first.Length, second.Length) + 1;
        foreach (var flip in tasks.SelectMany(task => task.Flips))
        {
            Lines.WriteEntry(console, $"{flip.CaseId} {(flip.Gained ? "gained" : "lost")}");
            Lines.WriteFact(console, $"{FlipIndent}{first}", Describe(flip.First), width);
            Lines.WriteFact(console, $"{FlipIndent}{second}", Describe(flip.Second), width);
        }

        foreach (var task in tasks.Where(task => task.OtherAnswers.Count > 0))
        {
            WriteFact(console, "Answers", $"{Figures.Count(task.OtherAnswers.Count, "case")} of {CriterionWords.Kebab(task.Task)} with another category and the same verdict: {Ids(task.OtherAnswers)}");
        }
    }

    /// <summary>Settings that differ; hashes are cut, the JSON form has them whole.</summary>
    public static void WriteDifferences(IAnsiConsole console, IReadOnlyList<ConfigurationDifference> differences)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Settings that differ: {differences.Count}"));
        foreach (var difference in differences)
        {
            Lines.WriteEntry(console, CutHashes($"{difference.Field}{(difference.IsHard ? " (the candidate is another one)" : string.Empty)}: {difference.First} → {difference.Second}"));
        }
    }

    /// <summary>A text with its SHA-256 values cut to what tells them apart.</summary>
    public static string CutHashes(string text) => Hash().Replace(text, match => $"{match.Value[..12]}…");

    private static void WriteIds(IAnsiConsole console, string name, IReadOnlyList<string> ids)
    {
        if (ids.Count > 0)
        {
            WriteFact(console, name, string.Join(", ", ids));
        }
    }

    private static string Ids(IReadOnlyList<string> ids) => string.Join(", ", ids.Take(MostIds)) + (ids.Count > MostIds ? ", ..." : string.Empty);

    private static string Describe(CaseAnswers answers) => $"[{string.Join(" | ", answers.Decisions.Select(CutHashes))}] {string.Join("; ", answers.Reasons)}";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b[0-9a-f]{64}\b")]
    private static partial Regex Hash();
}
