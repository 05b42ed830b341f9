using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Replay;

/// <summary>The gates of a run: one for each endpoint, by address and key, so that two models on one endpoint share it.</summary>
internal static class EndpointGates
{
    /// <summary>The gate of each role whose model has an endpoint.</summary>
    public static IReadOnlyDictionary<ModelRole, EndpointGate> Of(RunConfiguration configuration, Execution execution, TimeProvider timeProvider)
    {
        var models = new[] { ModelRole.Baseline, ModelRole.Candidate }.Select(role => (Role: role, Model: configuration.ModelOf(role)))
            .Where(entry => entry.Model.HasEndpoint);
        return models.GroupBy(entry => (entry.Model.Endpoint!.TrimEnd('/'), entry.Model.KeyVariable)).SelectMany(group =>
        {
            var gate = new EndpointGate(
                group.Key.Item1, configuration.Concurrency, TimeSpan.FromSeconds(execution.MaxWaitSeconds),
                [.. group.Select(entry => entry.Model.Wire)], timeProvider);
            return group.Select(entry => (entry.Role, Gate: gate));
        }).ToDictionary(entry => entry.Role, entry => entry.Gate);
    }
}
