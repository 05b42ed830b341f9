using System.Reflection;
using System.Xml.Linq;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Pdf;
using Xunit;

namespace ValidationWorkbench.Tests.Architecture;

/// <summary>The core has no effects, and nothing anywhere takes time, chance or culture from the machine but the composition root.</summary>
public sealed class PurityTests
{
    private static readonly string[] Effects =
    [
        "System.IO", "File.", "Directory.", "FileStream", "Console.", "Environment.", "HttpClient", "Process.", "Thread.Sleep", "Task.Run", "Parallel.", "Stopwatch", "AppContext.",
    ];

    private static readonly string[] Chance =
    [
        "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "Guid.NewGuid", "Guid.CreateVersion7", "Random.Shared", "new Random", "TimeProvider.System",
        "CultureInfo.CurrentCulture",
    ];

    [Fact]
    public void The_core_touches_nothing_outside_itself() => Assert.Empty(Found("src/ValidationWorkbench.Core", [.. Effects, .. Chance]));

    [Fact]
    public void The_PDF_writer_touches_nothing_outside_itself() => Assert.Empty(Found("src/ValidationWorkbench.Pdf", [.. Effects, .. Chance]));

    [Fact]
    public void The_library_takes_neither_time_nor_chance_from_the_machine() => Assert.Empty(Found("src/ValidationWorkbench", Chance));

    [Fact]
    public void Only_the_composition_root_takes_time_and_chance_from_the_machine() =>
        Assert.Equal(["src/ValidationWorkbench.Cli/Program.cs"], Found("src/ValidationWorkbench.Cli", Chance).Select(found => found.Split(": ")[0]).Distinct());

    [Theory]
    [InlineData("ValidationWorkbench.Core", "MathNet.Numerics")]
    [InlineData("ValidationWorkbench.Pdf", "")]
    public void A_pure_project_references_no_more_than_this(string project, string expected)
    {
        var file = XDocument.Load(Path.Combine(SourceTree.Root, "src", project, $"{project}.csproj"));

        Assert.Equal(expected, string.Join(", ", file.Descendants("PackageReference").Select(element => element.Attribute("Include")!.Value)));
        Assert.Empty(file.Descendants("ProjectReference"));
        Assert.Empty(file.Descendants("FrameworkReference"));
    }

    [Fact]
    public void The_assemblies_reference_no_more_either()
    {
        Assert.Empty(References(typeof(CriterionWords).Assembly).Except(["MathNet.Numerics"]));
        Assert.Empty(References(typeof(PdfWriter).Assembly));
    }

    /// <summary>Names of referenced assemblies that do not belong to .NET.</summary>
    private static IEnumerable<string> References(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name != "mscorlib" && name != "netstandard" && !name.StartsWith("System.", StringComparison.Ordinal));

    private static IEnumerable<string> Found(string folder, string[] words) =>
        from file in SourceFile.In(folder)
        from word in words
        where file.Mentions(word)
        select $"{file.Path}: {word}";
}
