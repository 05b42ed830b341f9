using System.Globalization;
using System.Text.Json;

namespace ValidationWorkbench.Oracles;

/// <summary>
/// Reads oracle files: a JSON array of objects with <c>id</c>, <c>method</c>, <c>params</c>, <c>input</c>, <c>expected</c>,
/// <c>tolerance</c>, <c>source</c> and an optional <c>note</c>; <c>params</c> may be left out. 64-bit integers are written as texts, null means "not available".
/// </summary>
public static class OracleFile
{
    private const string OwnFile = "ValidationWorkbench.Oracles.statistics.json";

    private static readonly JsonElement NoParameters = JsonDocument.Parse("{}").RootElement.Clone();

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>The oracles that travel with the workbench, byte for byte.</summary>
    public static byte[] OwnBytes()
    {
        using var stream = typeof(OracleFile).Assembly.GetManifestResourceStream(OwnFile)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The oracles in their order.</summary>
    /// <exception cref="FormatException">The bytes are no oracle file; the message says where and what.</exception>
    public static IReadOnlyList<Oracle> Parse(ReadOnlyMemory<byte> bytes)
    {
        JsonElement root;
        try
        {
            // A byte order mark, which some editors write, is no part of the text.
            using var document = JsonDocument.Parse(bytes.Span is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes, Options);
            root = document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"line {(exception.LineNumber ?? 0) + 1}: no valid JSON: {exception.Message}"), exception);
        }

        if (root.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException("an oracle file is a JSON array of oracles.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. root.EnumerateArray().Select((element, i) => Read(element, i, seen))];
    }

    private static Oracle Read(JsonElement element, int index, HashSet<string> seen)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"oracle {index + 1}");
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"{place}: an object was expected.");
        }

        var id = Member(element, place, "id", JsonValueKind.String).GetString()!;
        place = $"{place} ({id})";
        if (!seen.Add(id))
        {
            throw new FormatException($"{place}: the id occurs twice.");
        }

        var tolerance = Member(element, place, "tolerance", JsonValueKind.Number).GetDouble();
        return new Oracle(
            id,
            Member(element, place, "method", JsonValueKind.String).GetString()!,
            element.TryGetProperty("params", out _) ? Member(element, place, "params", JsonValueKind.Object) : NoParameters,
            Member(element, place, "input", JsonValueKind.Object),
            Member(element, place, "expected", JsonValueKind.Object),
            tolerance >= 0 && double.IsFinite(tolerance) ? tolerance : throw new FormatException($"{place}: tolerance: a number of at least 0 was expected."),
            element.TryGetProperty("source", out var source) && source.ValueKind == JsonValueKind.String ? source.GetString()! : string.Empty);
    }

    private static JsonElement Member(JsonElement element, string place, string name, JsonValueKind kind) =>
        element.TryGetProperty(name, out var member) && member.ValueKind == kind ? member
            : throw new FormatException($"{place}: {name}: {kind switch { JsonValueKind.Object => "an object", JsonValueKind.Number => "a number", _ => "a text" }} was expected.");
}
