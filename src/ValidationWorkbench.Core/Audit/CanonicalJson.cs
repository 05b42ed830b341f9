using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ValidationWorkbench.Audit;

/// <summary>
/// The one JSON form that is hashed and kept as evidence: UTF-8, members in declared order with camel-case names, no white space, enums in
/// kebab case, numbers in their shortest form that reads back the same.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { DropDerived } },
    };

    /// <summary>The bytes of a value.</summary>
    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <summary>The text of a value.</summary>
    public static string WriteText<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads a value back.</summary>
    /// <exception cref="FormatException">The bytes are not its canonical JSON.</exception>
    public static T Read<T>(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Options) ?? throw new FormatException($"No {typeof(T).Name}: null.");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"No {typeof(T).Name}: {exception.Message}", exception);
        }
    }

    /// <summary>Leaves out what follows from other members. Anonymous types, which have no setters at all, are written whole.</summary>
    private static void DropDerived(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Object && !type.Type.Name.StartsWith("<>", StringComparison.Ordinal))
        {
            foreach (var property in type.Properties.Where(property => property.Set is null).ToList())
            {
                type.Properties.Remove(property);
            }
        }
    }
}
