using Xunit.Abstractions;
using Xunit.Sdk;

namespace ValidationWorkbench.Specs.Gherkin;

/// <summary>Makes one test case of every scenario and example row, and one failing test case of every file that cannot be used.</summary>
public sealed class ScenarioDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        var files = FeatureFiles.Names();
        return files.Count == 0
            ? [new ScenarioTestCase(diagnostics, testMethod, "", "no feature files found", [])]
            : files.SelectMany(file => Cases(file, testMethod)).ToList();
    }

    private IEnumerable<IXunitTestCase> Cases(string file, ITestMethod testMethod)
    {
        try
        {
            return FeatureFiles.Read(file)
                .Select(scenario => new ScenarioTestCase(diagnostics, testMethod, file, scenario.DisplayName, [.. scenario.Tags]));
        }
        catch (SpecificationException)
        {
            // Running the test case reads the file again, and so reports what is wrong with it.
            return [new ScenarioTestCase(diagnostics, testMethod, file, $"{file} cannot be used", [])];
        }
    }
}
