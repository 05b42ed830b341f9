using ValidationWorkbench.Oracles;
using Xunit;

namespace ValidationWorkbench.Tests.Oracles;

/// <summary>The oracles of texts and suites that travel with the workbench.</summary>
public sealed class TextOracleTests
{
    private static readonly IReadOnlyList<Oracle> Own =
        [.. OracleFile.Parse(OracleFile.OwnBytes()).Where(oracle => oracle.Method.StartsWith("text.", StringComparison.Ordinal))];

    public static TheoryData<string> Ids => new(Own.Select(oracle => oracle.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_method_agrees_with_its_oracle(string id)
    {
        var result = Assert.Single(SelfTest.Run([Own.Single(oracle => oracle.Id == id)]));

        Assert.True(result.Outcome == OracleOutcome.Within, result.Detail);
    }
}
