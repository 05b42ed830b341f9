using System.Text.Json;

namespace ValidationWorkbench.Documents;

/// <summary>JSON for people: what fits on a line stays on it.</summary>
internal static class JsonLayout
{
    private const int LongestLine = 96;

    public static string Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Write(document.RootElement, 0, 0);
    }

    private static string Write(JsonElement element, int indent, int taken) => element.ValueKind switch
    {
        JsonValueKind.Object => Enclose('{', element.EnumerateObject().Select(member => Member(member, indent + 2)), '}', indent, taken),
        JsonValueKind.Array => Enclose('[', element.EnumerateArray().Select(item => Write(item, indent + 2, 0)), ']', indent, taken),
        _ => element.GetRawText(),
    };

    private static string Member(JsonProperty member, int indent)
    {
        var name = $"\"{member.Name}\": ";
        return name + Write(member.Value, indent, name.Length);
    }

    private static string Enclose(char open, IEnumerable<string> parts, char close, int indent, int taken)
    {
        var list = parts.ToList();
        var line = $"{open} {string.Join(", ", list)} {close}";

        // One character more for the comma that may follow.
        return indent + taken + line.Length < LongestLine && !line.Contains('\n', StringComparison.Ordinal) ? line
            : $"{open}\n{string.Join(",\n", list.Select(part => new string(' ', indent + 2) + part))}\n{new string(' ', indent)}{close}";
    }
}
