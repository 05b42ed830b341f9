using System.Text.Json;
using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.Models;

/// <summary>
/// A wait that stands in the body of a refusal, where Google's services put it: a member of <c>error.details</c> of the type
/// <c>google.rpc.RetryInfo</c> with a <c>retryDelay</c> such as <c>34.5s</c>.
/// </summary>
public static class RetryInfo
{
    private const string TypeName = "google.rpc.RetryInfo";

    /// <summary>The wait that a body asks for; null where it names none.</summary>
    public static TimeSpan? Find(ReadOnlyMemory<byte> replyBytes)
    {
        try
        {
            using var document = JsonDocument.Parse(replyBytes);
            var root = document.RootElement;
            var body = root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0 ? root[0] : root;
            return EndpointReply.Member(EndpointReply.Member(body, "error"), "details") is { ValueKind: JsonValueKind.Array } details
                ? details.EnumerateArray().Where(detail => EndpointReply.Text(detail, "@type")?.EndsWith(TypeName, StringComparison.Ordinal) == true)
                    .Select(detail => EndpointReply.Text(detail, "retryDelay")).Select(text => text is null ? null : ResetDuration.Parse(text))
                    .FirstOrDefault(wait => wait is not null)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
