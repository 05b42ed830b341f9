namespace ValidationWorkbench.Models;

/// <summary>Trouble at the endpoint: no answer that could be right or wrong.</summary>
/// <param name="Kind">Class of the trouble.</param>
/// <param name="Detail">What was found, in one line, without secrets.</param>
public sealed record EndpointFault(EndpointFaultKind Kind, string Detail)
{
    /// <summary>True where another attempt may succeed.</summary>
    public bool IsTransient => Kind is EndpointFaultKind.RateLimit or EndpointFaultKind.Unavailable;

    public override string ToString() => $"{Kind}: {Detail}";
}
