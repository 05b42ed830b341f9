using ValidationWorkbench.Cases;
using ValidationWorkbench.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class ShippedPlanTests
{
    [Fact]
    public void The_shipped_plan_and_every_file_it_names_are_valid()
    {
        var inputs = RunInputs.Read(Path.Combine(ShippedFiles.Folder, "validation-plan.yaml"), []);

        Assert.Equal("VP-DEMO-001", inputs.Plan.Plan.Id);
        Assert.Equal(5, inputs.CaseSets.Count);
        Assert.All(inputs.CaseSets, entry => Assert.True(entry.Pinned));
        Assert.NotEmpty(inputs.Templates.Templates);
        Assert.Equal([CaseTask.Categorization, CaseTask.OqGeneration], inputs.Prompts.Keys.Order());
    }

    [Fact]
    public void The_shipped_plan_is_read_without_any_note()
    {
        var inputs = RunInputs.Read(Path.Combine(ShippedFiles.Folder, "validation-plan.yaml"), []);

        Assert.Empty(inputs.Plan.File.Notes.Concat(inputs.CaseSets.SelectMany(entry => entry.Set.Notes)).Concat(inputs.Templates.Files.SelectMany(file => file.Notes)));
    }

    [Fact]
    public void The_shipped_plan_spends_nothing() =>
        Assert.All(PlanFile.Read(Path.Combine(ShippedFiles.Folder, "validation-plan.yaml")).Plan.Models, model => Assert.True(model.IsSimulated));
}
