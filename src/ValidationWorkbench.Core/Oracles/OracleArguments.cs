using System.Text.Json;

namespace ValidationWorkbench.Oracles;

/// <summary>Data and settings of one oracle, by name; the input is asked first, then the parameters.</summary>
public sealed class OracleArguments(Oracle oracle)
{
    /// <summary>True where the name is given and not null.</summary>
    public bool Has(string name) => Find(name) is { ValueKind: not JsonValueKind.Null };

    /// <summary>The value under a name.</summary>
    /// <exception cref="FormatException">It is not there.</exception>
    public JsonElement this[string name] => Find(name) ?? throw new FormatException($"{name} is missing in input and params.");

    public double Number(string name) => this[name].GetDouble();

    /// <summary>The number, or the value that holds where it is not given.</summary>
    public double Number(string name, double otherwise) => Has(name) ? Number(name) : otherwise;

    public int Count(string name) => CountOf(this[name]);

    public int Count(string name, int otherwise) => Has(name) ? Count(name) : otherwise;

    /// <summary>A 64-bit integer, written as a number or as text.</summary>
    public ulong Bits(string name) => this[name] is { ValueKind: JsonValueKind.String } text
        ? ulong.Parse(text.GetString()!, System.Globalization.CultureInfo.InvariantCulture)
        : this[name].GetUInt64();

    public bool Flag(string name, bool otherwise) => Has(name) ? this[name].GetBoolean() : otherwise;

    public string Text(string name) => this[name].GetString()!;

    public double[] Numbers(string name) => NumbersOf(this[name]);

    public int[] Counts(string name) => [.. this[name].EnumerateArray().Select(CountOf)];

    public string[] Texts(string name) => [.. this[name].EnumerateArray().Select(element => element.GetString()!)];

    /// <summary>Rows of numbers; they need not have the same length.</summary>
    public double[][] NumberRows(string name) => [.. this[name].EnumerateArray().Select(NumbersOf)];

    public int[][] CountRows(string name) => [.. this[name].EnumerateArray().Select(row => row.EnumerateArray().Select(CountOf).ToArray())];

    /// <summary>Rows of labels: texts or numbers as they are written, null for a missing one.</summary>
    public string?[][] LabelRows(string name) => [.. this[name].EnumerateArray().Select(row => row.EnumerateArray().Select(LabelOf).ToArray())];

    /// <summary>A whole number; other languages write 60 as 60.0.</summary>
    private static int CountOf(JsonElement element) => element.TryGetInt32(out var count) ? count
        : element.GetDouble() is var value && value == Math.Truncate(value) && Math.Abs(value) <= int.MaxValue ? (int)value
        : throw new FormatException($"a whole number was expected, not {element.GetRawText()}.");

    private static string? LabelOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => element.GetString(),
        _ => element.GetRawText(),
    };

    private static double[] NumbersOf(JsonElement array) => [.. array.EnumerateArray().Select(element => element.GetDouble())];

    private JsonElement? Find(string name) =>
        oracle.Input.TryGetProperty(name, out var value) || oracle.Params.TryGetProperty(name, out value) ? value : null;
}
