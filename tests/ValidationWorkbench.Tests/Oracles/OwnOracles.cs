using ValidationWorkbench.Oracles;

namespace ValidationWorkbench.Tests.Oracles;

/// <summary>The oracles that travel with the workbench, by the first part of their method's name.</summary>
internal static class OwnOracles
{
    private static readonly Lazy<IReadOnlyList<Oracle>> All = new(() => OracleFile.Parse(OracleFile.OwnBytes()));

    /// <summary>Results of all oracles of a group, such as <c>drift</c>.</summary>
    public static IReadOnlyList<OracleResult> Run(string group) =>
        SelfTest.Run([.. All.Value.Where(oracle => oracle.Method.StartsWith($"{group}.", StringComparison.Ordinal))]);

    /// <summary>Result of an oracle made up here, with a tolerance of 1e-9.</summary>
    public static OracleResult Run(string method, string parameters, string input, string expected) => SelfTest.Run(OracleFile.Parse(System.Text.Encoding.UTF8.GetBytes(
        $$"""[{"id":"made.up","method":"{{method}}","params":{{parameters}},"input":{{input}},"expected":{{expected}},"tolerance":1e-9}]""")))[0];
}
