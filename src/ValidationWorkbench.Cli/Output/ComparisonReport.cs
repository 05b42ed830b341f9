using System.Globalization;
using Spectre.Console;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Monitoring;

namespace ValidationWorkbench.Cli.Output;

/// <summary>A comparison of two runs as text.</summary>
internal static class ComparisonReport
{
    private const string A = "A";
    private const string B = "B";

    public static void Write(IAnsiConsole console, RunComparison comparison)
    {
        MonitoringLines.WriteRun(console, A, comparison.First);
        MonitoringLines.WriteRun(console, B, comparison.Second);
        foreach (var reason in comparison.Invalid)
        {
            MonitoringLines.WriteFact(console, "INVALID", reason);
        }

        MonitoringLines.WritePanel(console, comparison.Panel, comparison.Repeats, A, B);
        console.WriteLine();
        console.WriteLine("A case is right where every repeat is; lost: right in A only, gained: right in B only. Differences are B minus A.");
        MonitoringLines.WriteTasks(console, comparison.Tasks);
        WriteScores(console, comparison.Tasks);
        MonitoringLines.WriteFlips(console, comparison.Tasks, A, B);
        console.WriteLine();
        MonitoringLines.WriteDifferences(console, comparison.Differences);
        console.WriteLine();
        console.WriteLine("Calls to the candidate for the shared cases:");
        WriteCalls(console, comparison.FirstCalls, comparison.SecondCalls);
    }

    private static void WriteScores(IAnsiConsole console, IReadOnlyList<TaskComparison> tasks)
    {
        foreach (var task in tasks)
        {
            console.WriteLine($"Scores of {CriterionWords.Kebab(task.Task)}:");
            var table = Table("Score", "n", "Without", A, B, "Difference", "95 % interval");
            foreach (var score in task.Scores)
            {
                table.AddRow(
                    score.Score, Number(score.N), Number(score.Without), Ratio(score.First), Ratio(score.Second),
                    score.Difference is { } difference ? Figures.Difference(difference) : "–",
                    score is { Lower: { } lower, Upper: { } upper } ? $"{Figures.LowerDifference(lower)} to {Figures.UpperDifference(upper)}"
                        : score.Difference is null ? "–" : "none: no spread");
            }

            console.Write(table);
        }
    }

    private static void WriteCalls(IAnsiConsole console, CallSummary first, CallSummary second)
    {
        var table = Table("Calls", A, B, "Change");
        void Row(string name, double? one, double? other, string form = "0") =>
            table.AddRow(name, Form(one, form), Form(other, form), Change(one, other, form));
        Row("made", first.Calls, second.Calls);
        Row("failed", first.Failed, second.Failed);
        Row("trials without answer", first.TrialsWithoutAnswer, second.TrialsWithoutAnswer);
        Row("unreadable answers", first.Unreadable, second.Unreadable);
        Row("median latency, ms", first.MedianSeconds * 1000, second.MedianSeconds * 1000, "0.0");
        Row("99 % latency, ms", first.P99Seconds * 1000, second.P99Seconds * 1000, "0.0");
        Row("tokens in", first.PromptTokens, second.PromptTokens);
        Row("tokens out", first.CompletionTokens, second.CompletionTokens);
        Row($"cost, {(first.Currency == second.Currency ? first.Currency ?? "no price" : "two currencies")}", (double?)first.Cost,
            first.Currency == second.Currency ? (double?)second.Cost : null, "0.0000");
        console.Write(table);
    }

    private static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Rounded);
        for (var i = 0; i < columns.Length; i++)
        {
            table.AddColumn(i == 0 ? new TableColumn(columns[i]) : new TableColumn(columns[i]).RightAligned().NoWrap());
        }

        return table;
    }

    private static string Form(double? value, string form) => value?.ToString(form, CultureInfo.InvariantCulture) ?? "–";

    private static string Change(double? first, double? second, string form) =>
        (second - first)?.ToString($"+{form};-{form};{form}", CultureInfo.InvariantCulture) is { } difference
            ? first > 0 ? $"{difference} ({((second / first) - 1)!.Value.ToString("+0 %;-0 %;0 %", CultureInfo.InvariantCulture)})" : difference
            : "–";

    private static string Ratio(double? value) => value is { } number ? Figures.Ratio(number) : "–";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
