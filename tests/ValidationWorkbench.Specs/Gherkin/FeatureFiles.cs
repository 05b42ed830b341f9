namespace ValidationWorkbench.Specs.Gherkin;

/// <summary>The feature files the build copied next to the test assembly, named as in the repository (features/x.feature).</summary>
internal static class FeatureFiles
{
    private static string Root => Path.GetDirectoryName(typeof(FeatureFiles).Assembly.Location)!;

    public static IReadOnlyList<string> Names()
    {
        var folder = Path.Combine(Root, "features");
        return Directory.Exists(folder) ? Names(folder) : [];
    }

    public static IReadOnlyList<ScenarioCase> Read(string name) => name.Length > 0
        ? FeatureReader.Read(name, File.ReadAllText(Path.Combine(Root, name)))
        : throw new SpecificationException($"No feature files found in {Path.Combine(Root, "features")}; expected at least one *.feature file.");

    private static string[] Names(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.feature", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
}
