using Xunit;
using Xunit.Sdk;

namespace ValidationWorkbench.Specs.Gherkin;

/// <summary>A test method that stands for every scenario of every feature file.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("ValidationWorkbench.Specs.Gherkin.ScenarioDiscoverer", "ValidationWorkbench.Specs")]
public sealed class ScenariosAttribute : FactAttribute;

/// <summary>The feature files, run. All in one class, and so one after the other.</summary>
public sealed class FeatureTests
{
    private static readonly Lazy<BindingCatalogue> Bindings = new(() => BindingCatalogue.Of(typeof(FeatureTests).Assembly));

    [Scenarios]
    public Task Scenario(string file, string displayName) =>
        new ScenarioRunner(Bindings.Value).RunAsync(FeatureFiles.Read(file).Single(scenario => scenario.DisplayName == displayName));
}
