using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ValidationWorkbench.Tests.Models;

/// <summary>What the loopback server does with a call.</summary>
internal sealed record LoopbackAnswer(int Status, byte[] Body)
{
    /// <summary>Never answers; the connection stays open until the caller gives up.</summary>
    public static LoopbackAnswer Silence { get; } = new(0, []);

    /// <summary>Further header lines.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Resets the connection after half of the body.</summary>
    public bool BreaksOff { get; init; }

    /// <summary>Waited for before anything is sent.</summary>
    public Task Before { get; init; } = Task.CompletedTask;

    public static LoopbackAnswer Of(int status, string body = "", params string[] headers) => new(status, Encoding.UTF8.GetBytes(body)) { Headers = headers };

    /// <summary>A chat completion that holds the text as its answer.</summary>
    public static LoopbackAnswer Completion(string text, string? model, int tokens = 10) => Of(200, JsonSerializer.Serialize(new
    {
        id = "x",
        model,
        choices = new[] { new { index = 0, message = new { role = "assistant", content = text }, finish_reason = "stop" } },
        usage = new { prompt_tokens = tokens, completion_tokens = tokens },
    }));

    /// <summary>A chat completion that sorts a system into a category.</summary>
    public static LoopbackAnswer Category(int category, string? model, int tokens = 10) => Completion(
        JsonSerializer.Serialize(new { category, components = Array.Empty<object>(), confidence = 0.9, rationale = "It is so.", evidence = Array.Empty<string>() }), model, tokens);

    /// <summary>Status line and headers.</summary>
    public byte[] Head()
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} Test\r\nContent-Length: {Body.Length}\r\nContent-Type: application/json\r\nConnection: close\r\n");
        foreach (var line in Headers)
        {
            head.Append(line).Append("\r\n");
        }

        return Encoding.ASCII.GetBytes(head.Append("\r\n").ToString());
    }
}
