using System.Text.Json;
using System.Text.Json.Serialization;

namespace ValidationWorkbench.Models;

/// <summary>What <c>recording.json</c> says of a recording. It holds neither keys nor absolute paths.</summary>
public sealed record RecordingFacts
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "recording.json";

    private const string CurrentFormat = "validation-workbench/recording/1";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public string Format { get; init; } = CurrentFormat;

    /// <summary>Workbench that recorded, with version and build.</summary>
    public required string Tool { get; init; }

    /// <summary>End of the first call, in UTC; empty where there was none.</summary>
    public required string FirstAt { get; init; }

    /// <summary>End of the last call, in UTC; empty where there was none.</summary>
    public required string LastAt { get; init; }

    /// <summary>Calls, failed ones included.</summary>
    public required int Calls { get; init; }

    /// <summary>Models that were asked, as they were asked.</summary>
    public required IReadOnlyList<ModelSpec> Models { get; init; }

    /// <summary>SHA-256 of <c>index.jsonl</c>, which names every request and reply by its hash.</summary>
    public required string IndexSha256 { get; init; }

    /// <summary>The file's bytes.</summary>
    public byte[] Write() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Options), (byte)'\n'];

    /// <summary>Reads the file's bytes.</summary>
    /// <exception cref="InputException">They are no such file.</exception>
    public static RecordingFacts Parse(string name, byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<RecordingFacts>(bytes, Options) is { Format: CurrentFormat } facts ? facts
                : throw new InputException(name, $"this version reads {CurrentFormat}.");
        }
        catch (JsonException exception)
        {
            throw new InputException(name, $"is no description of a recording: {exception.Message}");
        }
    }
}
