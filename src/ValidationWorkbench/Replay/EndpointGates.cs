using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Replay;

/// <summary>The gates of a run: one for each endpoint, by address and place of the key, so that two models on one endpoint share it.</summary>
/// <param name="models">The models that are asked.</param>
/// <param name="concurrency">Most calls under way at once, from 1.</param>
/// <param name="execution">How long a wait may be.</param>
/// <param name="timeProvider">Clock for waits.</param>
internal sealed class EndpointGates(IEnumerable<ModelSpec> models, int concurrency, Execution execution, TimeProvider timeProvider)
{
    private readonly Dictionary<(string, string?), EndpointGate> gates = models.SelectMany(model => model.Chain).Where(model => model.HasEndpoint)
        .GroupBy(KeyOf).ToDictionary(group => group.Key, group => new EndpointGate(
            group.Key.Endpoint, concurrency, TimeSpan.FromSeconds(execution.MaxWaitSeconds), [.. group.Select(model => model.Wire)], timeProvider));

    /// <summary>The gate before a model's endpoint; null where it has none.</summary>
    public EndpointGate? Of(ModelSpec model) => model.HasEndpoint ? gates[KeyOf(model)] : null;

    private static (string Endpoint, string? Key) KeyOf(ModelSpec model) => (model.Endpoint!.TrimEnd('/'), model.KeyVariable ?? model.KeyFile);
}
