using ValidationWorkbench.Oracles;
using Xunit;

namespace ValidationWorkbench.Tests.Oracles;

public sealed class DriftOracleTests
{
    [Fact]
    public void Every_oracle_of_the_group_is_met()
    {
        var results = OwnOracles.Run("drift");

        Assert.NotEmpty(results);
        Assert.Empty(results.Where(result => result.Outcome != OracleOutcome.Within).Select(result => $"{result.Oracle.Id}: {result.Outcome} {result.Detail}"));
    }
}
