using System.Globalization;
using Spectre.Console;
using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Cli.Output;

/// <summary>The evaluation against ALCOA+, attribute by attribute.</summary>
internal static class AlcoaLines
{
    private const string Closing = "These are checks that a program can make. Whether the records satisfy a regulation is for people to say.";

    public static void Write(IAnsiConsole console, AlcoaReport report)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(report.RunId is null ? "All records" : $"Run {report.RunId}")}: {report.Records} records looked at"));
        foreach (var result in report.Results)
        {
            console.WriteLine();
            console.WriteLine($"{result.Attribute}: {Word(result.Outcome)}");
            foreach (var check in result.Checks)
            {
                Lines.WriteFact(console, $"  {Word(check.Outcome)}", $"{check.Statement}: {check.Evidence}{Sequences(check)}", 18);
            }

            foreach (var item in result.Procedure)
            {
                Lines.WriteFact(console, "  procedure", item, 18);
            }
        }

        console.WriteLine();
        Lines.WriteFact(console, string.Empty, Closing, 0);
    }

    /// <summary>The same as an object for JSON.</summary>
    public static object ForJson(AlcoaReport report, int exitCode) => new
    {
        exitCode,
        report.RunId,
        report.Records,
        attributes = report.Results.Select(result => new
        {
            attribute = Name(result.Attribute),
            outcome = Word(result.Outcome),
            checks = result.Checks.Select(check => new { check.Statement, outcome = Word(check.Outcome), check.Evidence, check.Sequences }),
            result.Procedure,
        }),
        note = Closing,
    };

    private static string Name(AlcoaPrinciple attribute) => Assessment.CriterionWords.Kebab(attribute);

    private static string Word(AlcoaOutcome outcome) => outcome switch { AlcoaOutcome.Pass => "pass", AlcoaOutcome.Fail => "FAIL", _ => "not applicable" };

    private static string Sequences(AlcoaCheck check) => check.Sequences.Count == 0 ? string.Empty
        : $" (records {string.Join(", ", check.Sequences.Select(sequence => sequence.ToString(CultureInfo.InvariantCulture)))})";
}
