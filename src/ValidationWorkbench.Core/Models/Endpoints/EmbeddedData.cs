using System.Text.Json;
using System.Text.Json.Serialization;

namespace ValidationWorkbench.Models.Endpoints;

/// <summary>Data files that travel inside the assembly.</summary>
internal static class EmbeddedData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Reads a file; a member that nobody knows is a fault of the data.</summary>
    public static T Read<T>(string name)
    {
        using var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream($"ValidationWorkbench.Models.Endpoints.{name}")!;
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }
}
