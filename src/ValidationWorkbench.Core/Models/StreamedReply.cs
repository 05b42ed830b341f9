using System.Text;
using System.Text.Json;
using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.Models;

/// <summary>
/// Puts the pieces of a streamed reply together: server-sent events of the OpenAI protocol, or the lines of Ollama's own. An error among the pieces and an end
/// without a finish reason are faults of the endpoint, whatever came before.
/// </summary>
internal static class StreamedReply
{
    /// <summary>True where the bytes are a stream and no whole body.</summary>
    public static bool IsStream(ReadOnlySpan<byte> bytes, PathStyle style)
    {
        var start = bytes.TrimStart("\r\n \t"u8);
        return style == PathStyle.OllamaNative ? HasLineBreak(start) : start.StartsWith("data:"u8) || start.StartsWith("event:"u8) || start.StartsWith(":"u8) || start.StartsWith("id:"u8);
    }

    public static (ModelReply? Reply, EndpointFault? Fault) Read(ReadOnlyMemory<byte> bytes, EndpointSettings settings)
    {
        var pieces = new Pieces(settings);
        foreach (var line in Encoding.UTF8.GetString(bytes.Span).Split('\n'))
        {
            if (DataOf(line.TrimEnd('\r'), settings.PathStyle) is not { Length: > 0 } data)
            {
                continue;
            }

            if (pieces.Add(data) is { } fault)
            {
                return (null, fault);
            }
        }

        return pieces.Finish();
    }

    /// <summary>True where a line carries text, reasoning or a refusal.</summary>
    public static bool CarriesToken(string line, EndpointSettings settings)
    {
        var piece = new Pieces(settings);
        return DataOf(line.TrimEnd('\r'), settings.PathStyle) is { Length: > 0 } data && piece.Add(data) is null && piece.HasToken;
    }

    private static bool HasLineBreak(ReadOnlySpan<byte> start)
    {
        var end = start.TrimEnd("\r\n \t"u8);
        return end.StartsWith("{"u8) && end.IndexOf((byte)'\n') >= 0 && end.IndexOf("}\n"u8) >= 0;
    }

    /// <summary>What a line carries; comments, which keep the connection open, and the names of events carry nothing.</summary>
    private static string? DataOf(string line, PathStyle style) =>
        style == PathStyle.OllamaNative ? line.Trim() : line.StartsWith("data:", StringComparison.Ordinal) ? line[5..].Trim() : null;

    private sealed class Pieces(EndpointSettings settings)
    {
        private readonly StringBuilder text = new();
        private readonly StringBuilder reasoning = new();
        private readonly StringBuilder refusal = new();
        private readonly SortedDictionary<long, (string? Id, string? Name, string Arguments)> toolCalls = [];
        private ModelReply reply = new() { Text = string.Empty };
        private bool any;

        public bool HasToken => text.Length + reasoning.Length + refusal.Length > 0;

        /// <summary>Adds a piece; a fault ends the reply.</summary>
        public EndpointFault? Add(string data)
        {
            if (data == "[DONE]")
            {
                return null;
            }

            JsonElement piece;
            try
            {
                using var document = JsonDocument.Parse(data);
                piece = document.RootElement.Clone();
            }
            catch (JsonException)
            {
                return new EndpointFault(EndpointFaultKind.Protocol, $"a piece of the stream is no JSON: {EndpointReply.OneLine(data)}");
            }

            if (EndpointReply.ErrorIn(piece) is { } error)
            {
                return new EndpointFault(error.Kind, $"an error in mid-stream: {error.Detail}");
            }

            any = true;
            if (settings.PathStyle == PathStyle.OllamaNative)
            {
                AddOllama(piece);
            }
            else
            {
                AddOpenai(piece);
            }

            return null;
        }

        public (ModelReply? Reply, EndpointFault? Fault) Finish() => !any ? (null, new EndpointFault(EndpointFaultKind.Protocol, "the stream holds no data"))
            : reply.FinishReason is null ? (null, new EndpointFault(EndpointFaultKind.Protocol, "the stream ended without a finish reason"))
            : (reply with
            {
                Text = text.ToString(),
                Reasoning = reasoning.Length == 0 ? null : reasoning.ToString(),
                Refusal = refusal.Length == 0 ? null : refusal.ToString(),
                ToolCalls = toolCalls.Count == 0 ? null : JsonSerializer.Serialize(toolCalls.Values.Select(call =>
                    new { id = call.Id, type = "function", function = new { name = call.Name, arguments = call.Arguments } })),
            }, null);

        private void AddOpenai(JsonElement piece)
        {
            var usage = EndpointReply.Member(piece, "usage");
            reply = reply with
            {
                Id = reply.Id ?? EndpointReply.Text(piece, "id"),
                Model = reply.Model ?? EndpointReply.Text(piece, "model"),
                Provider = reply.Provider ?? EndpointReply.Text(piece, "provider"),
                SystemFingerprint = reply.SystemFingerprint ?? EndpointReply.Text(piece, "system_fingerprint"),
                Usage = usage.ValueKind == JsonValueKind.Object ? ChatCompletionReader.UsageOf(usage) : reply.Usage,
                CachedTokens = usage.ValueKind == JsonValueKind.Object ? ChatCompletionReader.CachedOf(usage) : reply.CachedTokens,
            };
            if (EndpointReply.Member(piece, "choices") is not { ValueKind: JsonValueKind.Array } choices || choices.GetArrayLength() == 0)
            {
                return;
            }

            var delta = EndpointReply.Member(choices[0], "delta");
            text.Append(ChatCompletionReader.ContentOf(delta));
            reasoning.Append(ChatCompletionReader.ReasoningOf(delta, settings));
            refusal.Append(EndpointReply.Text(delta, "refusal"));
            AddToolCalls(EndpointReply.Member(delta, "tool_calls"));
            reply = reply with { FinishReason = EndpointReply.Text(choices[0], "finish_reason") ?? reply.FinishReason };
        }

        /// <summary>The name of a call comes first, its arguments in pieces under the same index.</summary>
        private void AddToolCalls(JsonElement calls)
        {
            foreach (var call in calls.ValueKind == JsonValueKind.Array ? calls.EnumerateArray().ToList() : [])
            {
                var index = EndpointReply.Count(call, "index");
                var function = EndpointReply.Member(call, "function");
                var known = toolCalls.GetValueOrDefault(index);
                toolCalls[index] = (known.Id ?? EndpointReply.Text(call, "id"), known.Name ?? EndpointReply.Text(function, "name"),
                    known.Arguments + EndpointReply.Text(function, "arguments"));
            }
        }

        private void AddOllama(JsonElement piece)
        {
            var message = EndpointReply.Member(piece, "message");
            text.Append(EndpointReply.Text(message, "content"));
            reasoning.Append(ChatCompletionReader.ReasoningOf(message, settings));
            var done = EndpointReply.Member(piece, "done").ValueKind == JsonValueKind.True;
            reply = reply with
            {
                Model = reply.Model ?? EndpointReply.Text(piece, "model"),
                FinishReason = done ? EndpointReply.Text(piece, "done_reason") ?? "stop" : reply.FinishReason,
                Usage = done ? ChatCompletionReader.OllamaUsageOf(piece) : reply.Usage,
            };
        }
    }
}
