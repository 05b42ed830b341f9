using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ValidationWorkbench.Models;

/// <summary>Writes a categorization answer as the JSON text that the schema asks for.</summary>
internal static class CategorizationReply
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(SimulatedAnswer answer)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            WriteCategory(writer, answer.Category);
            WriteComponents(writer, answer.Components);
            writer.WriteNumber("confidence", answer.Confidence);
            writer.WriteString("rationale", answer.Rationale);
            writer.WriteStartArray("evidence");
            foreach (var quote in answer.Evidence)
            {
                writer.WriteStringValue(quote);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteCategory(Utf8JsonWriter writer, int? category)
    {
        if (category is { } value)
        {
            writer.WriteNumber("category", value);
        }
        else
        {
            writer.WriteNull("category");
        }
    }

    private static void WriteComponents(Utf8JsonWriter writer, IReadOnlyList<(string Name, int Category)> components)
    {
        writer.WriteStartArray("components");
        foreach (var (name, category) in components)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteNumber("category", category);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
