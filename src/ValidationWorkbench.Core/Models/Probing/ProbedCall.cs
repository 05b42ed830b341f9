using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.Models.Probing;

/// <summary>A call of a probe and what was read from it. Exactly one of <see cref="Reply"/> and <see cref="Fault"/> is set.</summary>
/// <param name="Exchange">The call as it happened.</param>
/// <param name="Reply">The answer, with marks of channels looked for whatever the plan says of them; null for none.</param>
/// <param name="Fault">Why there is none; null for none.</param>
public sealed record ProbedCall(ModelExchange Exchange, ModelReply? Reply, EndpointFault? Fault)
{
    /// <summary>True where the endpoint did not accept the question as such; trouble that may pass shows nothing.</summary>
    public bool IsRefused => Fault?.Kind == EndpointFaultKind.Request;

    /// <summary>Reads a call.</summary>
    public static ProbedCall Of(ModelExchange exchange, EndpointSettings settings)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        ArgumentNullException.ThrowIfNull(settings);
        var (reply, fault) = ChatCompletionReader.Read(exchange.HttpStatus, exchange.TransportError, exchange.ReplyBytes,
            settings with { ExtractHarmony = true });
        return new ProbedCall(exchange, reply, fault);
    }
}
