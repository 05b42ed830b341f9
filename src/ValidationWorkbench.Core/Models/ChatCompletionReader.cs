using System.Text.Json;

namespace ValidationWorkbench.Models;

/// <summary>
/// Reads the stored bytes of an exchange: an answer, or a fault of the endpoint. It accepts the error shapes found in the field
/// (object, array, plain string, <c>detail</c>, an error inside status 200) and repairs nothing.
/// </summary>
public static class ChatCompletionReader
{
    /// <summary>Exactly one of the two is not null.</summary>
    public static (ModelReply? Reply, EndpointFault? Fault) Read(int? httpStatus, string? transportError, ReadOnlyMemory<byte> replyBytes) =>
        EndpointReply.Read(httpStatus, transportError, replyBytes, ReadBody);

    private static (ModelReply? Reply, EndpointFault? Fault) ReadBody(JsonElement body)
    {
        if (!body.TryGetProperty("choices", out var choices) || choices.ValueKind != JsonValueKind.Array || choices.GetArrayLength() == 0
            || choices[0].ValueKind != JsonValueKind.Object)
        {
            return (null, new EndpointFault(EndpointFaultKind.Protocol, "the reply holds no choices"));
        }

        var choice = choices[0];
        var message = EndpointReply.Member(choice, "message");
        var usage = EndpointReply.Member(body, "usage");
        return (new ModelReply
        {
            Text = ContentOf(message),
            Refusal = EndpointReply.Text(message, "refusal"),
            FinishReason = EndpointReply.Text(choice, "finish_reason"),
            Model = EndpointReply.Text(body, "model"),
            SystemFingerprint = EndpointReply.Text(body, "system_fingerprint"),
            Usage = new TokenUsage(EndpointReply.Count(usage, "prompt_tokens"), EndpointReply.Count(usage, "completion_tokens")),
        }, null);
    }

    /// <summary>The content: a text, or a list of typed parts of which those of type text are the answer; reasoning is none.</summary>
    private static string ContentOf(JsonElement message)
    {
        var content = EndpointReply.Member(message, "content");
        return content.ValueKind != JsonValueKind.Array ? EndpointReply.Text(message, "content") ?? string.Empty
            : string.Concat(content.EnumerateArray().Where(part => EndpointReply.Text(part, "type") == "text").Select(part => EndpointReply.Text(part, "text")));
    }
}
