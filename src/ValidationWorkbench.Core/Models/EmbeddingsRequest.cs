using System.Text.Encodings.Web;
using System.Text.Json;

namespace ValidationWorkbench.Models;

/// <summary>The body of an embeddings request: a fixed key order, so that equal questions are equal bytes and one hash names them.</summary>
public static class EmbeddingsRequest
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>UTF-8 JSON of the request.</summary>
    /// <param name="model">Model id asked for.</param>
    /// <param name="texts">Texts to be embedded, at least one; the place of a text is the index of its vector in the reply.</param>
    public static byte[] ToBytes(string model, IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(texts);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("model", model);
            writer.WriteStartArray("input");
            foreach (var text in texts)
            {
                writer.WriteStringValue(text);
            }

            writer.WriteEndArray();
            writer.WriteString("encoding_format", "float");
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
