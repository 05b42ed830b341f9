using System.Globalization;
using System.Text;
using ValidationWorkbench.Oracles;
using Xunit;

namespace ValidationWorkbench.Tests.Oracles;

/// <summary>Runs the oracles that travel with the workbench, and single ones that a test makes up.</summary>
internal static class OwnOracles
{
    /// <summary>Every oracle whose method belongs to a group, such as <c>drift</c>, comes out within its tolerance; there is at least one.</summary>
    public static void AssertMet(string group)
    {
        var oracles = OracleFile.Parse(OracleFile.OwnBytes()).Where(oracle => oracle.Method.StartsWith($"{group}.", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(oracles);
        Assert.Empty(SelfTest.Run(oracles).Where(result => result.Outcome != OracleOutcome.Within).Select(result => $"{result.Oracle.Id}: {result.Outcome} {result.Detail}"));
    }

    /// <summary>Outcome and detail of one oracle, its parts given as JSON.</summary>
    public static (OracleOutcome Outcome, string Detail) Run(string method, string parameters, string input, string expected, double tolerance = 1e-12)
    {
        var json = $$"""[{"id":"made.up","method":"{{method}}","params":{{parameters}},"input":{{input}},"expected":{{expected}},"tolerance":{{tolerance.ToString("R", CultureInfo.InvariantCulture)}}}]""";
        var result = SelfTest.Run(OracleFile.Parse(Encoding.UTF8.GetBytes(json)))[0];
        return (result.Outcome, result.Detail);
    }
}
