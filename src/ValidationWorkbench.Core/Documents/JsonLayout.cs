using System.Text.Json;

namespace ValidationWorkbench.Documents;

/// <summary>JSON for people: what fits on a line stays on it.</summary>
internal static class JsonLayout
{
    private const int LongestLine = 96;

    public static string Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Write(document.RootElement, 0);
    }

    private static string Write(JsonElement element, int indent) => element.ValueKind switch
    {
        JsonValueKind.Object => Enclose('{', element.EnumerateObject().Select(member => $"\"{member.Name}\": {Write(member.Value, indent + 2)}"), '}', indent),
        JsonValueKind.Array => Enclose('[', element.EnumerateArray().Select(item => Write(item, indent + 2)), ']', indent),
        _ => element.GetRawText(),
    };

    private static string Enclose(char open, IEnumerable<string> parts, char close, int indent)
    {
        var list = parts.ToList();
        var line = $"{open} {string.Join(", ", list)} {close}";
        return indent + line.Length <= LongestLine && !line.Contains('\n', StringComparison.Ordinal) ? line
            : $"{open}\n{string.Join(",\n", list.Select(part => new string(' ', indent + 2) + part))}\n{new string(' ', indent)}{close}";
    }
}
