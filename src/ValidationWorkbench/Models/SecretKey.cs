using System.Text;
using System.Text.Encodings.Web;
using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.Models;

/// <summary>Keeps a key out of the records: some endpoints repeat it in their errors. Everything else stays byte for byte.</summary>
/// <param name="key">The key; null for none.</param>
internal sealed class SecretKey(string? key)
{
    private const string Removed = "[key removed]";

    // A shorter one is a placeholder for a server that wants none, and is part of ordinary words.
    private const int ShortestKey = 8;

    // As it is, and as a JSON text writes it.
    private readonly string[] forms = key is null ? []
        : [.. new[] { key, JavaScriptEncoder.Default.Encode(key), key.Replace("/", "\\/", StringComparison.Ordinal) }
            .Distinct(StringComparer.Ordinal)];

    /// <summary>The text without the key.</summary>
    public string RemoveFrom(string text) => forms.Aggregate(text, (rest, form) => rest.Replace(form, Removed, StringComparison.Ordinal));

    /// <summary>The bytes without the key; the same array where it is not in them.</summary>
    public byte[] RemoveFrom(byte[] bytes)
    {
        foreach (var form in forms.Select(Encoding.UTF8.GetBytes))
        {
            if (bytes.AsSpan().IndexOf(form) >= 0)
            {
                bytes = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes)
                    .Replace(Encoding.Latin1.GetString(form), Removed, StringComparison.Ordinal));
            }
        }

        return bytes;
    }

    /// <summary>True where the bytes give the key when they are read: put together from pieces of a stream, or unescaped.</summary>
    public bool IsIn(int? status, byte[] bytes, EndpointSettings settings)
    {
        if (key is not { Length: >= ShortestKey } || status is null)
        {
            return false;
        }

        var (reply, fault) = ChatCompletionReader.Read(status, null, bytes, settings);
        return new[] { reply?.Text, reply?.ToolCalls, reply?.Reasoning, reply?.Refusal, reply?.Id, reply?.Model, reply?.Provider, reply?.SystemFingerprint,
            reply?.FinishReason, fault?.Detail }
            .Any(text => text?.Contains(key, StringComparison.Ordinal) == true);
    }
}
