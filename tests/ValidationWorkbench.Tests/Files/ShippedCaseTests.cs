using ValidationWorkbench.Cases;
using ValidationWorkbench.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Files;

/// <summary>Holds the case sets that ship with the workbench to what is said about them.</summary>
public sealed class ShippedCaseTests
{
    private static readonly List<CaseSetFile> Sets = [.. CaseFolder.FilesOf([Path.Combine(ShippedFiles.Folder, "cases")]).Select(CaseSetFile.Read)];
    private static readonly List<TestCase> Categorization = Of(CaseTask.Categorization);
    private static readonly List<TestCase> Oq = Of(CaseTask.OqGeneration);

    [Fact]
    public void There_are_enough_cases_of_both_tasks()
    {
        Assert.True(Categorization.Count >= 120, $"{Categorization.Count} categorization cases");
        Assert.True(Oq.Count >= 24, $"{Oq.Count} OQ cases");
    }

    [Fact]
    public void No_case_id_and_no_text_stands_twice() => Assert.Empty(RunInputs.RepeatedCases(Sets));

    [Fact]
    public void Every_case_admits_that_a_language_model_drafted_it_and_nobody_verified_it() => Assert.All(Categorization.Concat(Oq), testCase =>
    {
        Assert.Equal(CaseOrigin.AiDrafted, testCase.Origin);
        Assert.Empty(testCase.VerifiedBy);
    });

    [Fact]
    public void Every_text_is_an_excerpt_and_neither_a_line_nor_a_book()
    {
        Assert.All(Categorization, testCase => Assert.InRange(Words.Count(testCase.Text!), 80, 300));
        Assert.All(Oq, testCase => Assert.InRange(Words.Count(testCase.Text!), 60, 300));
    }

    [Fact]
    public void At_least_twelve_kinds_of_systems_are_covered()
    {
        Assert.True(Categorization.Select(testCase => testCase.Strata["system"]).Distinct().Count() >= 12);
        Assert.True(Oq.Select(testCase => testCase.Strata["system"]).Distinct().Count() >= 12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void No_category_is_rare_among_the_cases_with_one_answer(int category)
    {
        var single = Categorization.Where(testCase => testCase.Expected!.Category is not null).ToList();

        Assert.True(single.Count(testCase => testCase.Expected!.Category == category) >= 0.15 * single.Count);
    }

    [Fact]
    public void No_two_texts_are_nearly_the_same()
    {
        var texts = Categorization.Concat(Oq).Select(testCase => (testCase.Id, Words: Words.Sorted(testCase.Text!))).ToList();
        var alike = from i in Enumerable.Range(0, texts.Count)
                    from j in Enumerable.Range(i + 1, texts.Count - i - 1)
                    let similarity = Words.Dice(texts[i].Words, texts[j].Words)
                    where similarity >= 0.8
                    select $"{texts[i].Id} and {texts[j].Id}: {similarity}";

        Assert.Empty(alike);
    }

    [Theory]
    [InlineData("retired-category", 8)]
    [InlineData("prompt-injection", 8)]
    [InlineData("borderline", 8)]
    [InlineData("hybrid", 8)]
    public void The_traps_are_there(string shape, int least) =>
        Assert.True(Categorization.Count(testCase => testCase.Strata["shape"] == shape) >= least);

    [Fact]
    public void Shape_and_form_of_the_expected_answer_agree() => Assert.All(Categorization, testCase =>
    {
        Assert.Equal(testCase.Strata["shape"] == "hybrid", testCase.Expected!.Components.Count > 0);
        Assert.Equal(testCase.Strata["shape"] == "borderline", testCase.Expected.AnyOf.Count > 0);
    });

    [Fact]
    public void Suites_are_asked_for_from_six_to_twenty_requirements_with_must_have_checks() => Assert.All(Oq, testCase =>
    {
        Assert.InRange(testCase.Requirements.Count, 6, 20);
        Assert.NotEmpty(testCase.MustHave);
    });

    private static List<TestCase> Of(CaseTask task) => [.. Sets.Where(set => set.Set.Task == task).SelectMany(set => set.Set.Cases)];
}
