using System.Globalization;
using System.Text.Json;

namespace ValidationWorkbench.Models;

/// <summary>Reads the stored bytes of an embeddings exchange: vectors, or a fault of the endpoint. It repairs nothing.</summary>
public static class EmbeddingsReader
{
    /// <summary>Exactly one of the two is not null.</summary>
    /// <param name="httpStatus">HTTP status; null when no reply came.</param>
    /// <param name="transportError">Why no reply came.</param>
    /// <param name="replyBytes">Body of the reply.</param>
    /// <param name="count">Number of texts that were sent, from 1.</param>
    public static (EmbeddingsReply? Reply, EndpointFault? Fault) Read(int? httpStatus, string? transportError, ReadOnlyMemory<byte> replyBytes, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return EndpointReply.Read(httpStatus, transportError, replyBytes, body => ReadBody(body, count));
    }

    private static (EmbeddingsReply? Reply, EndpointFault? Fault) ReadBody(JsonElement body, int count)
    {
        var data = EndpointReply.Member(body, "data");
        if (data.ValueKind != JsonValueKind.Array)
        {
            return Fault("the reply holds no list \"data\"");
        }

        if (data.GetArrayLength() != count)
        {
            return Fault($"the reply holds {Number(data.GetArrayLength())} embeddings for {Number(count)} texts");
        }

        var vectors = new double[count][];
        foreach (var item in data.EnumerateArray())
        {
            var place = EndpointReply.Member(item, "index");
            if (place.ValueKind != JsonValueKind.Number || !place.TryGetInt32(out var index) || index < 0 || index >= count)
            {
                return Fault($"an embedding has no index from 0 to {Number(count - 1)}");
            }

            if (vectors[index] is not null)
            {
                return Fault($"two embeddings have the index {Number(index)}");
            }

            if (Vector(EndpointReply.Member(item, "embedding")) is not { } vector)
            {
                return Fault($"the embedding with the index {Number(index)} is no list of finite numbers");
            }

            vectors[index] = vector;
        }

        var lengths = vectors.Select(vector => vector.Length).Distinct().ToList();
        return lengths.Count > 1 ? Fault($"the embeddings have different lengths: {string.Join(", ", lengths.Select(Number))}")
            : (new EmbeddingsReply
            {
                Vectors = vectors,
                Model = EndpointReply.Text(body, "model"),
                PromptTokens = EndpointReply.Count(EndpointReply.Member(body, "usage"), "prompt_tokens"),
            }, null);
    }

    /// <summary>The vector; null where it is empty, or where an element is no number or too large for one.</summary>
    private static double[]? Vector(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() == 0)
        {
            return null;
        }

        var vector = new double[element.GetArrayLength()];
        var i = 0;
        foreach (var item in element.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetDouble(out var value) || !double.IsFinite(value))
            {
                return null;
            }

            vector[i++] = value;
        }

        return vector;
    }

    private static (EmbeddingsReply? Reply, EndpointFault? Fault) Fault(string detail) => (null, new EndpointFault(EndpointFaultKind.Protocol, detail));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
