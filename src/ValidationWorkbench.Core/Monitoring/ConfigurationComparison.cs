using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Monitoring;

/// <summary>
/// Compares two runs setting by setting. What makes the candidate the model that was validated is hard: model and provider, endpoint,
/// parameters, prompts, reply structure, and what the endpoint says has answered. Everything else is to be known, and no more.
/// </summary>
public static class ConfigurationComparison
{
    private const string Default = "provider default";
    private const string NotStated = "(not stated)";

    /// <summary>The settings that differ, hard ones first.</summary>
    public static IReadOnlyList<ConfigurationDifference> Of(MonitoredRun first, MonitoredRun second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        List<ConfigurationDifference> found = [.. OfSettings(first.Configuration, second.Configuration), .. OfAnswers(first, second)];
        if (!found.Any(difference => difference.IsHard) && CountOtherRequests(first, second) is { Other: > 0 } requests)
        {
            found.Add(new ConfigurationDifference("requests for the shared cases", "-",
                string.Create(CultureInfo.InvariantCulture, $"{requests.Other} of {requests.Shared} are other bytes, although all settings are the same"), true));
        }

        return [.. found.OrderByDescending(difference => difference.IsHard)];
    }

    /// <summary>The settings that differ by configuration alone, without a look at the answers.</summary>
    public static IReadOnlyList<ConfigurationDifference> OfSettings(RunConfiguration first, RunConfiguration second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return [.. Fields(first).Zip(Fields(second), (one, other) => new ConfigurationDifference(one.Name, one.Value, other.Value, one.IsHard)).Where(difference => difference.First != difference.Second)];
    }

    private static IEnumerable<(string Name, string Value, bool IsHard)> Fields(RunConfiguration run) =>
    [
        .. ModelFields("candidate", run.Candidate, isHard: true),
        ("categorization prompt", run.Prompts[0].Sha256, true),
        ("OQ-generation prompt", run.Prompts[1].Sha256, true),
        ("plan", $"{run.PlanId} version {run.PlanVersion}, {run.Plan.Sha256}", false),
        ("case sets", List(run.CaseSets.Select(set => $"{set.File.Name} {set.Sha256}")), false),
        ("document templates", List(run.Templates.Select(template => $"{template.Name} {template.Sha256}")), false),
        ("deployment profile", run.Profile ?? "none", false),
        ("repeats", Number(run.Repeats), false),
        ("seed", Number(run.Seed), false),
        ("concurrency", Number(run.Concurrency), false),
        ("answered from", run.ReplayedFrom is { } recording ? $"a recording, {recording}"
            : run.FrozenBaseline is { } frozen ? $"the candidate; the baseline from a recording, {frozen.Sha256}" : "the models", false),
        ("departures from the plan", List(run.Deviations), false),
        .. ModelFields("baseline", run.Baseline, isHard: false),
    ];

    private static IEnumerable<(string Name, string Value, bool IsHard)> ModelFields(string role, ModelSpec model, bool isHard) =>
    [
        ($"{role} provider", model.Provider, isHard),
        ($"{role} endpoint", model.Endpoint ?? "none", isHard),
        ($"{role} fallbacks", List(model.DescribeFallbacks()), isHard),
        ($"{role} plugin", model.Plugin is { } plugin ? Describe(plugin) : "none", isHard),
        ($"{role} model id", model.Model, isHard),
        ($"{role} temperature", Number(model.Parameters.Temperature), isHard),
        ($"{role} top_p", Number(model.Parameters.TopP), isHard),
        ($"{role} longest reply", Number(model.Parameters.MaxTokens), isHard),
        ($"{role} sampling seed", Number(model.Parameters.Seed), isHard),
        ($"{role} reasoning effort", model.Parameters.ReasoningEffort ?? Default, isHard),
        ($"{role} connection", (model.Settings ?? model.Connection?.Over(new EndpointSettings()) ?? new EndpointSettings()).Describe(), isHard),
        ($"{role} error profile", model.Profile is { } profile ? Describe(profile) : "none", isHard),
        ($"{role} name", model.Name, false),
        ($"{role} accepted ids", List(model.AcceptedModels), false),
        ($"{role} time limit", $"{Number(model.TimeoutSeconds)} s", false),
        ($"{role} key variable", model.KeyVariable ?? "none", false),
        ($"{role} key file", model.KeyFile ?? "none", false),
        ($"{role} price", model.Price is { } price ? string.Create(CultureInfo.InvariantCulture, $"{price.InputPerMillion} / {price.OutputPerMillion} {price.Currency}") : "none", false),
    ];

    private static IEnumerable<ConfigurationDifference> OfAnswers(MonitoredRun first, MonitoredRun second)
    {
        foreach (var (name, one, other) in new[]
        {
            ("served model", first.ServedModels, second.ServedModels),
            ("system fingerprint", first.SystemFingerprints, second.SystemFingerprints),
            ("endpoint or provider that served", first.ServedBy, second.ServedBy),
        })
        {
            if (!one.SequenceEqual(other))
            {
                // A backend that no longer answers takes nothing away; one that did not answer before was not validated.
                yield return new ConfigurationDifference(name, List(one.Select(id => id ?? NotStated)), List(other.Select(id => id ?? NotStated)), other.Except(one).Any());
            }
        }

        foreach (var task in first.ReplyStructures.Keys.Intersect(second.ReplyStructures.Keys).Order().Where(task => first.ReplyStructures[task] != second.ReplyStructures[task]))
        {
            yield return new ConfigurationDifference($"{CriterionWords.Kebab(task)} reply structure", first.ReplyStructures[task], second.ReplyStructures[task], true);
        }

        if (!first.Tools.SequenceEqual(second.Tools))
        {
            yield return new ConfigurationDifference("tool", List(first.Tools), List(second.Tools), false);
        }
    }

    /// <summary>Shared cases for which other bytes were sent: a last net for whatever is sent and stands in no setting.</summary>
    private static (int Other, int Shared) CountOtherRequests(MonitoredRun first, MonitoredRun second)
    {
        var shared = SharedPanel.Of(first, second).Cases;
        Dictionary<string, string> one = Requests(first), other = Requests(second);
        return (shared.Count(entry => one.GetValueOrDefault(entry.Case.Id) is { } sent && other.GetValueOrDefault(entry.Case.Id) is { } again && sent != again), shared.Count);
    }

    private static Dictionary<string, string> Requests(MonitoredRun run) =>
        run.Calls.GroupBy(call => call.CaseId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().RequestSha256, StringComparer.Ordinal);

    private static string Describe(PluginSpec plugin) =>
        $"{plugin.Describe()}; needs {List(plugin.Dependencies.Values)}; settings {List(plugin.Settings.Select(setting => $"{setting.Key}: {setting.Value}"))}";

    private static string Describe(SimulatedProfile profile) => string.Create(CultureInfo.InvariantCulture,
        $"systematic {profile.SystematicErrorRate}, instability {profile.InstabilityRate}, wording {profile.WordingNoise}, omission {profile.OmissionRate}, malformed {profile.MalformedRate}, failure {profile.FailureRate}");

    private static string List(IEnumerable<string> parts) => string.Join(", ", parts) is { Length: > 0 } text ? text : "none";

    private static string Number<T>(T? value)
        where T : struct, IFormattable => value?.ToString(null, CultureInfo.InvariantCulture) ?? Default;

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
