using System.Globalization;
using ValidationWorkbench.Files;
using ValidationWorkbench.Monitoring;
using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class ProductionFileTests
{
    private const string Remedy = "Leave everything else out: the file is kept as evidence.";

    [Fact]
    public void A_table_with_all_columns_in_any_order_is_read() => Assert.Equal(
        [new("4", 0.93, Micros(2026, 11, 21, 7)), new("undecided", null, null), new("a, \"b\"", 1, Micros(2026, 11, 21, 0))],
        Csv("at,category,confidence\n2026-11-21T09:00:00+02:00,4,0.93\n,undecided,\n\n2026-11-21,\"a, \"\"b\"\"\",1\n"));

    [Fact]
    public void Lines_of_JSON_are_read() => Assert.Equal(
        [new("4", 0.9, Micros(2026, 11, 21, 7)), new("2", null, null), new("undecided", null, null)],
        Json("{\"category\": 4, \"confidence\": 0.9, \"at\": \"2026-11-21 07:00Z\"}\n\n{\"category\": \"2\", \"confidence\": null}\n{\"category\": null}\n"));

    [Fact]
    public void A_file_of_another_name_is_known_by_its_first_character()
    {
        Assert.Equal([new ProductionAnswer("4", null, null)], ProductionFile.Parse(Faults.Text("log.txt", "{\"category\":4}\n")).Answers);
        Assert.Equal([new ProductionAnswer("4", null, null)], ProductionFile.Parse(Faults.Text("log.txt", "category\n4\n")).Answers);
    }

    [Theory]
    [InlineData("confidence\n0.5\n", "p.csv:1:1: the header has no column \"category\"; the first line names the columns, separated by commas.")]
    [InlineData("category,user\n4,Ada\n", $"p.csv:1:10: found \"user\"; allowed: category, confidence, at. {Remedy}")]
    [InlineData("category,category\n4,4\n", "p.csv:1:10: the column \"category\" stands there twice.")]
    [InlineData("category\n", "p.csv:1:1: holds no answer; after the header, one line for each answer is needed.")]
    [InlineData("category,confidence\n4,0,9\n", "p.csv:2:1: 3 cells, but the header has 2; a value with a comma needs quotation marks, and a decimal number a point.")]
    [InlineData("category,confidence\n4,\"0,9\"\n", "p.csv:2:3: confidence: found \"0,9\"; a number from 0 to 1 with a decimal point is needed.")]
    [InlineData("category,confidence\n4,1.01\n", "p.csv:2:3: confidence: found \"1.01\"; a number from 0 to 1 with a decimal point is needed.")]
    [InlineData("category,confidence\n4,NaN\n", "p.csv:2:3: confidence: found \"NaN\"; a number from 0 to 1 with a decimal point is needed.")]
    [InlineData("category,confidence\n ,0.5\n", "p.csv:2:1: the category is empty; write \"undecided\" where the model did not decide.")]
    [InlineData("category,at\n4,2026-11-21T07:50:12\n", "p.csv:2:3: at: found \"2026-11-21T07:50:12\"; a date, or a time such as 2026-11-21T07:50:12Z with Z or an offset, is needed.")]
    [InlineData("category,at\n4,21.11.2026\n", "p.csv:2:3: at: found \"21.11.2026\"; a date, or a time such as 2026-11-21T07:50:12Z with Z or an offset, is needed.")]
    [InlineData("category\n\"4\n3\n", "p.csv:2:1: a quotation mark that is never closed.")]
    [InlineData("category\n\"a\u001bb\"\n", "p.csv:2:1: a category of at most 200 characters on one line is needed.")]
    public void A_fault_in_a_table_is_told_with_its_place_and_remedy(string text, string expected) => Assert.Equal(expected, Faults.OnlyOf(() => Csv(text)));

    [Theory]
    [InlineData("{\"category\":4}\n{\"category\":4,}\n", "p.jsonl:2:15: not one JSON object; each line holds one.")]
    [InlineData("{\"category\":4,\"category\":5}\n", "p.jsonl:1:1: the key \"category\" stands there twice.")]
    [InlineData("[4]\n", "p.jsonl:1:1: a JSON object on each line is needed.")]
    [InlineData("{\"confidence\":0.5}\n", "p.jsonl:1:1: the key \"category\" is missing.")]
    [InlineData("{\"category\":true}\n", "p.jsonl:1:1: \"category\": a number or a text is needed, or null for undecided.")]
    [InlineData("{\"category\":4,\"confidence\":\"0.5\"}\n", "p.jsonl:1:1: \"confidence\": a number is needed.")]
    [InlineData("{\"category\":4,\"at\":5}\n", "p.jsonl:1:1: \"at\": a text is needed.")]
    [InlineData("{\"category\":4,\"prompt\":\"secret\"}\n", $"p.jsonl:1:1: found \"prompt\"; allowed: category, confidence, at. {Remedy}")]
    [InlineData("{\"category\":\"\\ud800\"}\n", "p.jsonl:1:1: a text with half a surrogate pair, which is no text.")]
    public void A_fault_in_a_line_of_JSON_is_told_with_its_place_and_remedy(string text, string expected) => Assert.Equal(expected, Faults.OnlyOf(() => Json(text)));

    [Fact]
    public void Faults_come_all_at_once_up_to_a_limit()
    {
        var faults = Faults.Of(() => Csv("category,confidence\n" + string.Concat(Enumerable.Repeat("4,2\n", 25))));
        Assert.Equal(21, faults.Length);
        Assert.Equal("p.csv: and 5 more faults.", faults[^1]);
    }

    [Fact]
    public void The_language_of_the_machine_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(string.Empty) { NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." } };
            Assert.Equal([new ProductionAnswer("4", 0.5, null)], Csv("category,confidence\n4,0.5\n"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_file_that_is_missing_or_too_large_is_refused()
    {
        using var folder = new TemporaryFolder();
        Assert.EndsWith("p.csv: does not exist.", Faults.OnlyOf(() => ProductionFile.Read(folder.PathOf("p.csv"))), StringComparison.Ordinal);
        using (var stream = new FileStream(folder.PathOf("p.csv"), FileMode.Create))
        {
            stream.SetLength(TextFile.LargestCaseFile + 1);
        }

        Assert.Contains("at most 32 MiB are read", Faults.OnlyOf(() => ProductionFile.Read(folder.PathOf("p.csv"))), StringComparison.Ordinal);
    }

    private static IReadOnlyList<ProductionAnswer> Csv(string text) => ProductionFile.Parse(Faults.Text("p.csv", text)).Answers;

    private static IReadOnlyList<ProductionAnswer> Json(string text) => ProductionFile.Parse(Faults.Text("p.jsonl", text)).Answers;

    private static long Micros(int year, int month, int day, int hour) => Microseconds.Of(new DateTimeOffset(year, month, day, hour, 0, 0, TimeSpan.Zero));
}
