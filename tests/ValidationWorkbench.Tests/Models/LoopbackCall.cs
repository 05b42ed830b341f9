using System.Text;
using System.Text.Json;

namespace ValidationWorkbench.Tests.Models;

/// <summary>A request as the loopback server received it. Header names are in small letters.</summary>
internal sealed record LoopbackCall(int Number, string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The model asked for; null where the body names none.</summary>
    public string? Model => Member("model")?.GetString();

    /// <summary>The user message; null where there is none.</summary>
    public string? UserPrompt => Member("messages") is { } messages ? messages[1].GetProperty("content").GetString() : null;

    public string Text => Encoding.UTF8.GetString(Body);

    private JsonElement? Member(string name)
    {
        if (Body.Length == 0)
        {
            return null;
        }

        using var document = JsonDocument.Parse(Body);
        return document.RootElement.TryGetProperty(name, out var member) ? member.Clone() : null;
    }
}
