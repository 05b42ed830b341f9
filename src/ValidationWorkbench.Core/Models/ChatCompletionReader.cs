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
            Text = EndpointReply.Text(message, "content") ?? string.Empty,
            Refusal = EndpointReply.Text(message, "refusal"),
            FinishReason = EndpointReply.Text(choice, "finish_reason"),
            Model = EndpointReply.Text(body, "model"),
            SystemFingerprint = EndpointReply.Text(body, "system_fingerprint"),
            Usage = new TokenUsage(EndpointReply.Count(usage, "prompt_tokens"), EndpointReply.Count(usage, "completion_tokens")),
        }, null);
    }
}
