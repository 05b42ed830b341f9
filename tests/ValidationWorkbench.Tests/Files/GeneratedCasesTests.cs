using ValidationWorkbench.Cases;
using ValidationWorkbench.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Files;

public sealed class GeneratedCasesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        var first = Bytes(GeneratedCases.Write(20, 7, folder.PathOf("a")));

        Assert.Equal(first, Bytes(GeneratedCases.Write(20, 7, folder.PathOf("b"))));
        Assert.NotEqual(first, Bytes(GeneratedCases.Write(20, 8, folder.PathOf("c"))));
    }

    [Fact]
    public void They_are_split_into_files_and_all_are_valid()
    {
        var files = GeneratedCases.Write(1001, 1, folder.PathOf("many"));
        var sets = files.Select(CaseSetFile.Read).ToList();

        Assert.Equal(["generated-0001.yaml", "generated-0002.yaml", "generated-0003.yaml"], files.Select(Path.GetFileName));
        Assert.Equal([500, 500, 1], sets.Select(set => set.Set.Cases.Count));
        Assert.Equal(["generated-0001", "generated-0002", "generated-0003"], sets.Select(set => set.Set.Id));
        Assert.Empty(RunInputs.RepeatedCases(sets));
    }

    [Fact]
    public void The_categories_are_balanced()
    {
        var counts = Cases(400, 3).GroupBy(testCase => testCase.Expected!.Category).ToDictionary(group => group.Key!.Value, group => group.Count());

        Assert.Equal(new Dictionary<int, int> { [1] = 100, [3] = 100, [4] = 100, [5] = 100 }, counts.OrderBy(entry => entry.Key).ToDictionary());
    }

    [Fact]
    public void The_texts_are_as_long_as_excerpts_are() =>
        Assert.All(Cases(1000, 11), testCase => Assert.InRange(Words.Count(testCase.Text!), 80, 300));

    [Fact]
    public void A_folder_with_case_files_is_left_alone()
    {
        var path = folder.Write("mine.yaml", "mine\n");

        Assert.Equal($"{folder.Root}: holds YAML files already; name an empty folder.", Faults.OnlyOf(() => GeneratedCases.Write(1, 1, folder.Root)));
        Assert.Equal([path], Directory.GetFiles(folder.Root));
    }

    [Fact]
    public void A_folder_that_is_a_file_cannot_be_written()
    {
        var path = folder.Write("file", "x");

        Assert.StartsWith($"{path}: cannot be written: ", Faults.OnlyOf(() => GeneratedCases.Write(1, 1, path)), StringComparison.Ordinal);
    }

    private List<TestCase> Cases(int count, int seed) =>
        [.. GeneratedCases.Write(count, seed, folder.PathOf("cases")).SelectMany(path => CaseSetFile.Read(path).Set.Cases)];

    private static byte[] Bytes(IReadOnlyList<string> files) => File.ReadAllBytes(Assert.Single(files));
}
