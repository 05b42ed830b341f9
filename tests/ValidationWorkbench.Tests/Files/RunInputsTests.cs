using ValidationWorkbench.Files;
using ValidationWorkbench.Tests.Replay;
using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class RunInputsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string plan;

    public RunInputsTests() => plan = BenchPlan.Write(folder, "http://127.0.0.1:9/v1", cases: 2, change: null);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Everything_that_a_plan_names_is_read()
    {
        var inputs = RunInputs.Read(plan, []);

        Assert.True(Assert.Single(inputs.CaseSets).Pinned);
        Assert.Equal(2, inputs.Prompts.Count);
        Assert.NotEmpty(inputs.Templates.Templates);
    }

    [Fact]
    public void A_file_that_is_not_the_pinned_one_is_refused_with_both_hashes()
    {
        var pinned = Sha256Hex.Of("Sort the system.\n");
        folder.Write("prompts/sort.md", "Sort it otherwise.\n");

        Assert.Equal(
            $"prompts/sort.md: has SHA-256 {Sha256Hex.Of("Sort it otherwise.\n")}; the plan {plan} pins {pinned}. Restore the pinned file, or issue a new version of the plan with the new hash.",
            Faults.OnlyOf(() => RunInputs.Read(plan, [])));
    }

    [Fact]
    public void The_faults_of_all_files_come_at_once()
    {
        folder.Write("prompts/sort.md", "other\n");
        File.Delete(folder.PathOf("prompts/draft.md"));
        folder.Write("cases/bench.yaml", "format: x\n");
        folder.Write("templates/documents.yaml",
            "format: validation-workbench/templates/1\ndocuments:\n  - { name: own-report, abbreviation: OR, templateVersion: \"7\", mandatory: [] }\n");
        var faults = Faults.Of(() => RunInputs.Read(plan, []));

        Assert.Contains(faults, fault => fault.StartsWith("prompts/sort.md: has SHA-256 ", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.EndsWith("prompts/draft.md: does not exist.", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("bench.yaml:1:1: cases: is missing", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.EndsWith("own-report.md: does not exist.", StringComparison.Ordinal));
    }

    [Fact]
    public void Case_files_named_by_the_user_replace_those_of_the_plan()
    {
        var own = folder.Write("own.yaml", SmallCaseSet.Categorization);
        var inputs = RunInputs.Read(plan, [own]);

        Assert.Equal((own, false), (Assert.Single(inputs.CaseSets).Set.File.Name, inputs.CaseSets[0].Pinned));
        Assert.True(RunInputs.Read(plan, [folder.PathOf("cases")]).CaseSets[0].Pinned);
    }

    [Fact]
    public void Templates_beside_the_plan_are_taken_instead_of_the_shipped_ones()
    {
        folder.Write("templates/documents.yaml",
            "format: validation-workbench/templates/1\ndocuments:\n  - { name: own-report, abbreviation: OR, templateVersion: \"7\", mandatory: [] }\n");
        folder.Write("templates/own-report.md", "# Own report\n");
        folder.Write("templates/style.yaml", "format: validation-workbench/style/1\npage: letter\naccent: \"#000000\"\n");

        Assert.Equal("Own report", Assert.Single(RunInputs.Read(plan, []).Templates.Templates).Kind.Title);
    }
}
