using System.Globalization;
using System.Text;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Tests.Architecture;

namespace ValidationWorkbench.Tests.Audit;

/// <summary>Roots and proofs computed elsewhere, and the leaves they are over.</summary>
internal static class TreeVectors
{
    private static readonly string[][] Lines =
    [
        .. File.ReadLines(Path.Combine(SourceTree.Root, "tests/ValidationWorkbench.Tests/Audit/tree-vectors.txt")).Where(line => !line.StartsWith('#')).Select(line => line.Split(' ')),
    ];

    /// <summary>Leaf hashes 0 to 299.</summary>
    public static byte[][] Leaves { get; } = [.. Enumerable.Range(0, 300).Select(i => AuditChain.Hash(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"record-{i}"))))];

    /// <summary>Roots by size, 1 to 300.</summary>
    public static Dictionary<int, byte[]> Roots { get; } = Lines.Where(line => line[0] == "root").ToDictionary(line => Number(line[1]), line => Convert.FromHexString(line[2]));

    public static IEnumerable<InclusionProof> Inclusion => Lines.Where(line => line[0] == "incl").Select(line => new InclusionProof(Number(line[2]), Number(line[1]), Path32(line)));

    public static IEnumerable<ConsistencyProof> Consistency => Lines.Where(line => line[0] == "cons").Select(line => new ConsistencyProof(Number(line[2]), Number(line[1]), Path32(line)));

    private static byte[][] Path32(string[] line) => [.. line[3..].Select(Convert.FromHexString)];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
