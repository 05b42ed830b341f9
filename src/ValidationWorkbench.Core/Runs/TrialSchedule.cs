using ValidationWorkbench.Models;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Runs;

/// <summary>The order of the calls of a run.</summary>
public static class TrialSchedule
{
    /// <summary>
    /// Draws the order from the seed: pairs of (case, repeat) are shuffled by Fisher and Yates, and within a pair chance decides which model is
    /// asked first. So the models are interleaved all the way, and whatever changes at the endpoints over time meets both alike.
    /// </summary>
    public static IReadOnlyList<TrialKey> Draw(IReadOnlyList<string> caseIds, int repeats, long seed)
    {
        ArgumentNullException.ThrowIfNull(caseIds);
        var random = new SplitMix64(unchecked((ulong)seed));
        var pairs = new (string CaseId, int Repeat)[caseIds.Count * repeats];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = (caseIds[i / repeats], (i % repeats) + 1);
        }

        for (var i = pairs.Length - 1; i > 0; i--)
        {
            var j = random.NextIndex(i + 1);
            (pairs[i], pairs[j]) = (pairs[j], pairs[i]);
        }

        var order = new List<TrialKey>(2 * pairs.Length);
        foreach (var (caseId, repeat) in pairs)
        {
            var first = random.NextIndex(2) == 0 ? ModelRole.Baseline : ModelRole.Candidate;
            order.Add(new TrialKey(caseId, first, repeat));
            order.Add(new TrialKey(caseId, first == ModelRole.Baseline ? ModelRole.Candidate : ModelRole.Baseline, repeat));
        }

        return order;
    }
}
