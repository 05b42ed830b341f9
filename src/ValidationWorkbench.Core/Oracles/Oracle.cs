using System.Text.Json;

namespace ValidationWorkbench.Oracles;

/// <summary>An expected value of a statistical method, computed elsewhere: what the installation is tested against.</summary>
/// <param name="Id">Unique within its file.</param>
/// <param name="Method">Name of the method, such as <c>prop.wilson</c>.</param>
/// <param name="Params">Settings of the method, such as <c>conf</c>.</param>
/// <param name="Input">Data.</param>
/// <param name="Expected">Expected values by name; the method may return more.</param>
/// <param name="Tolerance">Largest allowed absolute difference of a number, ≥ 0.</param>
/// <param name="Source">Where the expected values come from.</param>
public sealed record Oracle(string Id, string Method, JsonElement Params, JsonElement Input, JsonElement Expected, double Tolerance, string Source);
