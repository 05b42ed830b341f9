using System.Globalization;
using System.Text.Json;

namespace ValidationWorkbench.Scoring;

/// <summary>Reads members of a reply by the structure asked for; the first departure ends the reading.</summary>
internal static class JsonShape
{
    /// <summary>Checks that the element is an object with exactly these members.</summary>
    public static void RequireMembers(JsonElement element, string path, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new ShapeException($"{path} is {Word(element)}, not an object");
        }

        foreach (var name in names)
        {
            if (!element.TryGetProperty(name, out _))
            {
                throw new ShapeException($"{path} lacks \"{name}\"");
            }
        }

        foreach (var member in element.EnumerateObject())
        {
            if (!names.Contains(member.Name))
            {
                throw new ShapeException($"{path} has the unknown member \"{Shorten(member.Name)}\"");
            }
        }
    }

    public static string Text(JsonElement parent, string path, string name) =>
        parent.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : throw Wrong(parent, path, name, "a string");

    public static int Integer(JsonElement parent, string path, string name) =>
        parent.GetProperty(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : throw Wrong(parent, path, name, "an integer");

    public static int? IntegerOrNull(JsonElement parent, string path, string name) =>
        parent.GetProperty(name).ValueKind == JsonValueKind.Null ? null : Integer(parent, path, name);

    /// <summary>A number in [0,1].</summary>
    public static double Share(JsonElement parent, string path, string name) =>
        parent.GetProperty(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) && value is >= 0 and <= 1
            ? value
            : throw Wrong(parent, path, name, "a number in [0,1]");

    public static IReadOnlyList<T> List<T>(JsonElement parent, string path, string name, Func<JsonElement, string, T> read)
    {
        var list = parent.GetProperty(name);
        if (list.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(parent, path, name, "an array");
        }

        return [.. list.EnumerateArray().Select((item, index) => read(item, string.Create(CultureInfo.InvariantCulture, $"{path}.{name}[{index}]")))];
    }

    public static IReadOnlyList<string> Texts(JsonElement parent, string path, string name) =>
        List(parent, path, name, (item, itemPath) => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw new ShapeException($"{itemPath} is {Word(item)}, not a string"));

    private static ShapeException Wrong(JsonElement parent, string path, string name, string allowed) =>
        new($"{path}.{name} is {Word(parent.GetProperty(name))}, not {allowed}");

    private static string Word(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => $"the number {Shorten(element.GetRawText())}",
        JsonValueKind.String => $"the text \"{Shorten(element.GetRawText()[1..^1])}\"",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        _ => element.GetRawText(),
    };

    internal static string Shorten(string text) => text.Length <= 40 ? text : $"{Excerpts.Cut(text, 40)}…";
}
