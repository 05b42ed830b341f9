using System.Text.Json;

namespace ValidationWorkbench.Scoring;

/// <summary>Tool calls of a reply in one line for people, such as <c>look_up({"id":7})</c>.</summary>
public static class ToolCallText
{
    private const int Longest = 200;

    /// <param name="toolCalls">The calls as the endpoint sent them: a JSON array.</param>
    public static string Of(string toolCalls)
    {
        using var document = JsonDocument.Parse(toolCalls);
        var words = string.Join(", ", document.RootElement.EnumerateArray().Select(call =>
            Member(call, "function") is { ValueKind: JsonValueKind.Object } function ? $"{Text(function, "name")}({Text(function, "arguments")})" : "?"));
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : $"{Excerpts.Cut(line, Longest)}…";
    }

    private static string Text(JsonElement parent, string name)
    {
        try
        {
            return Member(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "?";
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is no text.
            return "?";
        }
    }

    private static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : default;
}
