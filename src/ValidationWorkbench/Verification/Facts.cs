using System.Globalization;
using System.Text.Json;

namespace ValidationWorkbench.Verification;

/// <summary>Members of JSON, such as the state after that a record carries; whatever is missing or of another kind is null.</summary>
internal readonly struct Facts(JsonElement root)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>Reads the state after of a record.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static Facts Of(RecordView record)
    {
        if (!record.Has(RecordField.After))
        {
            return default;
        }

        var reader = new Utf8JsonReader(record.Bytes(RecordField.After));
        return new Facts(JsonElement.ParseValue(ref reader));
    }

    public string? Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    public long? Number(string name) => Find(name) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt64(out var number) ? number : null;

    public bool? Truth(string name) => Find(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } found ? found.GetBoolean() : null;

    /// <summary>A time in microseconds since 1970-01-01 UTC.</summary>
    public long? Time(string name) =>
        DateTimeOffset.TryParseExact(Text(name), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? (time.UtcTicks - DateTime.UnixEpoch.Ticks) / 10 : null;

    /// <summary>Members of a member.</summary>
    public Facts In(string name) => Find(name) is { ValueKind: JsonValueKind.Object } found ? new Facts(found) : default;

    /// <summary>The items of a member that is a list; none for anything else.</summary>
    public IEnumerable<Facts> Items(string name) => Find(name) is { ValueKind: JsonValueKind.Array } found ? found.EnumerateArray().Select(item => new Facts(item)) : [];

    /// <summary>A member's JSON as it stands; null where there is none.</summary>
    public string? Raw(string name) => Find(name)?.GetRawText();

    /// <summary>JSON of a member that is an object, as it stands; null for anything else.</summary>
    public string? Object(string name) => Find(name) is { ValueKind: JsonValueKind.Object } found ? found.GetRawText() : null;

    private JsonElement? Find(string name) => root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var found) ? found : null;
}
