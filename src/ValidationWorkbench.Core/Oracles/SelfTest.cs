using System.Globalization;
using System.Text.Json;

namespace ValidationWorkbench.Oracles;

/// <summary>Runs oracles against the methods of this installation.</summary>
public static class SelfTest
{
    // Room for the last digit of a decimal number read back from text.
    private const double Guard = 1e-14;

    // Its expected values are run lengths of some hundreds, so its tolerance is relative.
    private const string RelativeMethod = "drift.arl_reference";

    /// <summary>The results in the order of the oracles.</summary>
    public static IReadOnlyList<OracleResult> Run(IReadOnlyList<Oracle> oracles) => [.. oracles.Select(Run)];

    private static OracleResult Run(Oracle oracle)
    {
        if (!OracleMethods.All.TryGetValue(oracle.Method, out var method))
        {
            return new OracleResult(oracle, OracleOutcome.UnknownMethod, oracle.Method);
        }

        JsonElement got;
        try
        {
            got = JsonSerializer.SerializeToElement(method(new OracleArguments(oracle)));
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException or OverflowException)
        {
            return new OracleResult(oracle, OracleOutcome.Miss, $"not computed: {Calm(exception)}");
        }

        var miss = !oracle.Expected.EnumerateObject().Any() ? "expects nothing, so it shows nothing" : Compare(string.Empty, got, oracle.Expected, oracle.Method == RelativeMethod, oracle.Tolerance);
        return new OracleResult(oracle, miss is null ? OracleOutcome.Within : OracleOutcome.Miss, miss ?? string.Empty);
    }

    /// <summary>What the method says of its arguments, without the lines that the runtime adds.</summary>
    private static string Calm(Exception exception) =>
        exception is ArgumentException { ParamName: { } name }
        && exception.Message.IndexOf($" (Parameter '{name}')", StringComparison.Ordinal) is var end and > 0
            ? exception.Message[..end] : exception.Message.ReplaceLineEndings(" ");

    /// <summary>The first difference, or null. Only the expected names are looked at.</summary>
    private static string? Compare(string path, JsonElement got, JsonElement expected, bool isRelative, double tolerance)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object when got.ValueKind == JsonValueKind.Object:
                return expected.EnumerateObject()
                    .Select(member => got.TryGetProperty(member.Name, out var value)
                        ? Compare($"{path}.{member.Name}", value, member.Value, isRelative, tolerance)
                        : $"{path}.{member.Name} is missing")
                    .FirstOrDefault(miss => miss is not null)?.TrimStart('.');
            case JsonValueKind.Array when got.ValueKind == JsonValueKind.Array:
                return expected.GetArrayLength() != got.GetArrayLength()
                    ? string.Create(CultureInfo.InvariantCulture, $"{path}: {got.GetArrayLength()} values, expected {expected.GetArrayLength()}")
                    : got.EnumerateArray().Zip(expected.EnumerateArray())
                        .Select((pair, i) => Compare(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), pair.First, pair.Second, isRelative, tolerance))
                        .FirstOrDefault(miss => miss is not null);
            case JsonValueKind.Number when got.ValueKind == JsonValueKind.Number:
                double value = got.GetDouble(), wanted = expected.GetDouble();
                var allowed = (isRelative ? tolerance * Math.Abs(wanted) : tolerance) + Guard;
                return Math.Abs(value - wanted) <= allowed ? null
                    : string.Create(CultureInfo.InvariantCulture, $"{path}: got {value:R}, expected {wanted:R}, tolerance {tolerance:R}");
            default:
                return JsonElement.DeepEquals(got, expected) ? null : $"{path}: got {got.GetRawText()}, expected {expected.GetRawText()}";
        }
    }
}
