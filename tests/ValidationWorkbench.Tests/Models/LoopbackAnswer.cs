using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ValidationWorkbench.Tests.Models;

/// <summary>What the loopback server does with a call.</summary>
internal sealed record LoopbackAnswer(int Status, byte[] Body)
{
    /// <summary>Never answers; the connection stays open until the caller gives up.</summary>
    public static LoopbackAnswer Silence { get; } = new(0, []);

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>Further header lines.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Resets the connection after half of the body.</summary>
    public bool BreaksOff { get; init; }

    /// <summary>Writes the whole answer, head included, in place of status and body; null where these are written.</summary>
    public Func<Stream, CancellationToken, Task>? Raw { get; init; }

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
        CategoryText(category), model, tokens);

    /// <summary>The text of such an answer.</summary>
    public static string CategoryText(int category) =>
        JsonSerializer.Serialize(new
        {
            category,
            components = Array.Empty<object>(),
            confidence = 0.9,
            rationale = "It is so.",
            evidence = Array.Empty<string>()
        });

    /// <summary>Writes parts one by one, with a wait before each, to a body that ends with the connection.</summary>
    /// <param name="parts">The parts; an endless sequence makes an endless answer.</param>
    /// <param name="wait">The wait.</param>
    /// <param name="head">Status line and further header lines.</param>
    public static LoopbackAnswer Parts(IEnumerable<string> parts, TimeSpan wait = default,
        string head = "200 OK\r\nContent-Type: text/event-stream") => new(200, [])
        {
            Raw = async (stream, token) =>
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {head}\r\nConnection: close\r\n\r\n"), token);
                foreach (var part in parts)
                {
                    await Task.Delay(wait, token);
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(part), token);
                }
            },
        };

    /// <summary>A chat completion in pieces, as server-sent events up to [DONE].</summary>
    public static LoopbackAnswer Stream(string text, string? model, TimeSpan wait = default) => Parts(
        [": waiting\n\n", Piece(model, "{\"role\":\"assistant\",\"content\":\"\"}"), .. text.Chunk(20)
            .Select(part => Piece(model, JsonSerializer.Serialize(new { content = new string(part) }))),
            Piece(model, "{}", "stop"), "data: [DONE]\n\n"], wait);

    /// <summary>One event of such a stream.</summary>
    public static string Piece(string? model, string delta, string? finishReason = null) =>
        $"data: {{\"id\":\"s\",\"model\":{JsonSerializer.Serialize(model)},\"choices\":[{{\"index\":0,\"delta\":{delta},\"finish_reason\":{JsonSerializer.Serialize(finishReason)}}}]}}\n\n";

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
