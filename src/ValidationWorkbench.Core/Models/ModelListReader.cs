using System.Text.Json;

namespace ValidationWorkbench.Models;

/// <summary>Reads which models an endpoint says it serves: <c>data[].id</c> of the OpenAI protocol, or <c>models[].name</c> of Ollama's.</summary>
public static class ModelListReader
{
    private const string OtherPrefix = "models/";
    private const string LatestTag = ":latest";

    /// <summary>Exactly one of the two is not null. The ids keep their order; one that stands twice is given once.</summary>
    /// <param name="httpStatus">HTTP status; null when no reply came.</param>
    /// <param name="transportError">Why no reply came.</param>
    /// <param name="replyBytes">Body of the reply.</param>
    public static (IReadOnlyList<string>? Models, EndpointFault? Fault) Read(int? httpStatus, string? transportError,
        ReadOnlyMemory<byte> replyBytes) =>
        EndpointReply.Read(httpStatus, transportError, replyBytes, ReadBody);

    /// <summary>True where a list names a model, also with the prefix or the tag that some endpoints add to every name.</summary>
    public static bool Holds(IReadOnlyList<string> models, string model)
    {
        ArgumentNullException.ThrowIfNull(models);
        return models.Contains(model) || models.Contains($"{OtherPrefix}{model}") || models.Contains($"{model}{LatestTag}");
    }

    private static (IReadOnlyList<string>? Models, EndpointFault? Fault) ReadBody(JsonElement body)
    {
        var list = EndpointReply.Member(body, "data") is { ValueKind: JsonValueKind.Array } data ? data : EndpointReply.Member(body, "models");
        return list.ValueKind == JsonValueKind.Array
            ? ([.. list.EnumerateArray().Select(item => EndpointReply.Text(item, "id") ?? EndpointReply.Text(item, "name")).OfType<string>()
                .Distinct(StringComparer.Ordinal)], null)
            : (null, new EndpointFault(EndpointFaultKind.Protocol, "the reply holds no list of models, neither data[].id nor models[].name"));
    }
}
