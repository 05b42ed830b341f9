using System.Globalization;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Decisions;

/// <summary>Says why an outcome can be no more than a demonstration.</summary>
public static class DemonstrationRule
{
    /// <summary>Reasons in a fixed order; empty where the run may count as evidence.</summary>
    /// <param name="configuration">What was run.</param>
    /// <param name="cases">Its cases.</param>
    /// <param name="shortcomings">What the plan does not ask for, as by <see cref="Plans.EvidenceNeeds"/>.</param>
    /// <param name="simulatedReplies">True where a reply came from the simulated model, whatever the plan says; a recording may hold such replies.</param>
    /// <param name="otherPlan">Name and hash of the plan whose criteria were applied, where it is not the one frozen with the run; else null.</param>
    public static IReadOnlyList<string> Reasons(
        RunConfiguration configuration, IReadOnlyList<TestCase> cases, IReadOnlyList<string> shortcomings, bool simulatedReplies = false, string? otherPlan = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(cases);
        var reasons = new List<string>();
        if (configuration.Baseline.IsSimulated || configuration.Candidate.IsSimulated)
        {
            var names = new[] { configuration.Baseline, configuration.Candidate }.Where(model => model.IsSimulated).Select(model => model.DisplayName).Distinct();
            reasons.Add($"Simulated, no language model: {string.Join(", ", names)}.");
        }
        else if (simulatedReplies)
        {
            reasons.Add("Replies of the simulated model, which is no language model, were played from a recording.");
        }

        AddCount(reasons, cases, testCase => testCase.VerifiedBy.Count == 0, "an expected answer that no named person verified");
        AddCount(reasons, cases, testCase => testCase.Origin == CaseOrigin.AiDrafted, "drafted by a language model");
        reasons.AddRange(shortcomings);
        if (configuration.Deviations.Count > 0)
        {
            reasons.Add($"The run departs from the frozen plan: {string.Join("; ", configuration.Deviations)}.");
        }

        if (otherPlan is not null)
        {
            reasons.Add($"The criteria are those of {otherPlan}, which was not frozen with the run: they were chosen when its results could be known.");
        }

        return reasons;
    }

    private static void AddCount(List<string> reasons, IReadOnlyList<TestCase> cases, Func<TestCase, bool> condition, string words)
    {
        var count = cases.Count(condition);
        if (count > 0)
        {
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{count} of {cases.Count} cases: {words}."));
        }
    }
}
