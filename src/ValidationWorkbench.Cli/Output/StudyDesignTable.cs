using System.Globalization;
using Spectre.Console;
using ValidationWorkbench.Assessment;

namespace ValidationWorkbench.Cli.Output;

/// <summary>What a plan can show, as a table.</summary>
internal static class StudyDesignTable
{
    public static void Write(IAnsiConsole console, StudyDesign design, int repeats)
    {
        console.WriteLine($"Study design with {Figures.Count(repeats, "repeat")}");
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Id").AddColumn("Criterion").AddColumn("Required")
            .AddColumn(new TableColumn("n").RightAligned()).AddColumn(new TableColumn("Least n").RightAligned()).AddColumn("True value: chance of GO").AddColumn("GO possible");
        foreach (var row in design.Rows)
        {
            table.AddRow(new[]
            {
                row.Criterion.Id, CriterionWords.Name(row.Criterion), CriterionWords.Required(row.Criterion), row.N.ToString(CultureInfo.InvariantCulture),
                row.SmallestN?.ToString(CultureInfo.InvariantCulture) ?? "–", string.Join('\n', row.Chances), row.CanBeGo ? "yes" : "NEVER",
            }.Select(Markup.Escape).ToArray());
        }

        console.Write(table);
        if (design.AllGo is { } all)
        {
            Lines.WriteFact(console, "All GO", $"{Figures.Percent(all.Independent)} if the criteria are independent, at least {Figures.Percent(all.AtLeast)} in any case, at the better of the assumed values.");
        }

        foreach (var impossible in design.Impossibilities)
        {
            Lines.WriteFact(console, "WARNING", impossible);
        }
    }
}
