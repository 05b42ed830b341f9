using System.Globalization;
using Spectre.Console;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Monitoring;

namespace ValidationWorkbench.Cli.Output;

/// <summary>Answers in production against a reference run, as text.</summary>
internal static class ProductionReport
{
    public static void Write(IAnsiConsole console, ProductionDrift drift, string sha256)
    {
        MonitoringLines.WriteRun(console, "Reference", drift.Reference);
        MonitoringLines.WriteFact(console, "Production", string.Create(CultureInfo.InvariantCulture,
            $"{Figures.Count(drift.Answers, "answer")}{(drift.From is null ? string.Empty : $" from {drift.From} to {drift.To}")}, sha256 {sha256}"));
        DriftLimits.WriteForProduction(console, drift.Settings);
        MonitoringLines.WriteFact(console, "Scope", "cases were chosen, production was not: another mix may mean other systems as well as another model. Truth is not known here.");
        if (drift.ReferenceWithout > 0)
        {
            MonitoringLines.WriteFact(
                console, "Note", $"not counted, for want of a category that most repeats gave: {Figures.Count(drift.ReferenceWithout, "case")} of the reference.");
        }

        console.WriteLine();
        WriteCategories(console, drift);
        Lines.WriteEntry(console, $"category mix: {Describe(drift.Mix)}");
        Lines.WriteEntry(console, Describe(drift.Stability));
        Lines.WriteEntry(console, Describe(drift.Confidence));
    }

    private static void WriteCategories(IAnsiConsole console, ProductionDrift drift)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Category");
        foreach (var name in new[] { "Reference", "Share", "Production", "Share" })
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        foreach (var category in drift.Categories)
        {
            table.AddRow(category.Label, Number(category.Reference), Share(category.Reference, drift.ReferenceCases), Number(category.Production), Share(category.Production, drift.Answers));
        }

        console.Write(table);
    }

    private static string Describe(MixTest test) => test.Method switch
    {
        MixMethod.None => "not tested",
        MixMethod.Exact => string.Create(CultureInfo.InvariantCulture,
            $"exact test of Fisher, Freeman and Halton (an expected count is below 5), {PText.Of(test.P!.Value)}; for display chi-square {test.ChiSquare:0.00}, G {test.G:0.00}, Cramér's V {test.CramersV:0.000}"),
        _ => string.Create(CultureInfo.InvariantCulture,
            $"chi-square {test.ChiSquare:0.00}, {test.DegreesOfFreedom} df, {PText.Of(test.P!.Value)}{(test.Merged.Count == 0 ? string.Empty : $" ({string.Join(" and ", test.Merged)} merged: an expected count is below 5)")}; for display G {test.G:0.00}, Cramér's V {test.CramersV:0.000}"),
    };

    private static string Describe(MixStability stability) => stability.Index is not { } index ? "stability index: none"
        : string.Create(CultureInfo.InvariantCulture,
            $"stability index {index:0.000}{(stability.IsSmoothed ? " (smoothed: a category occurs on one side only)" : string.Empty)}, critical value {Value(stability.Critical)}; {(stability.Band is { } band ? $"by the usual bands a {band} shift" : "too few answers for the usual bands")}; Jensen-Shannon {stability.DivergenceBits:0.000} bits, distance {stability.Distance:0.000}");

    private static string Describe(ConfidenceSample sample) => sample.P is not { } p
        ? string.Create(CultureInfo.InvariantCulture, $"stated confidence: not compared ({sample.Reference} in the reference, {sample.Production} in production)")
        : string.Create(CultureInfo.InvariantCulture,
            $"stated confidence: Kolmogorov-Smirnov D {sample.D:0.000}, {PText.Of(p)} ({(sample.IsExact ? "exact" : "asymptotic, conservative with ties")}; {sample.Reference} first repeats, {sample.Production} answers)");

    private static string Value(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";

    private static string Share(int count, int all) => all == 0 ? "–" : Figures.Percent((double)count / all);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
