using ValidationWorkbench.Scoring;
using ValidationWorkbench.Texts;

namespace ValidationWorkbench.Assessment;

/// <summary>Similarities among the suites of one OQ case.</summary>
public static class SuiteSimilarity
{
    /// <summary>
    /// Means over all pairs. A candidate's trial without a readable suite counts as one without steps, which is like no other; one of the baseline is no
    /// yardstick and is left out, so that a baseline that fails does not lower the ceiling.
    /// </summary>
    /// <param name="baseline">Suites of the baseline, one per repeat; null for an unreadable one.</param>
    /// <param name="candidate">Suites of the candidate.</param>
    /// <param name="references">Ids of the case's requirements: naming another one is no critical difference of the step.</param>
    public static SuiteLikeness Of(IReadOnlyList<OqSuite?> baseline, IReadOnlyList<OqSuite?> candidate, IReadOnlyList<string> references)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        var table = new TokenTable();
        var ids = new ReferenceIds(references);
        var left = baseline.OfType<OqSuite>().Select(suite => new Steps(suite, table, ids)).ToList();
        var right = candidate.Select(suite => new Steps(suite, table, ids)).ToList();
        List<SuitePair> self = [.. Within(left)], cross = [.. left.SelectMany(_ => right, Pair)], own = [.. Within(right)];
        return new SuiteLikeness(Mean(self), Mean(cross), Mean(own))
        {
            BaselineSteps = Count(self),
            CandidateSteps = Count(cross),
            Differences = [.. cross.SelectMany(Describe).DistinctBy(difference => (difference.Baseline, difference.Candidate)).OrderBy(difference => difference.Weight)],
            AllReadable = baseline.Concat(candidate).All(suite => suite is not null),
        };
    }

    private static IEnumerable<SuitePair> Within(List<Steps> suites) => suites.SelectMany((suite, i) => suites.Skip(i + 1).Select(other => Pair(suite, other)));

    private static SuitePair Pair(Steps first, Steps second)
    {
        var matching = SoftStepMatch.Match(first.Tokens, second.Tokens);
        return new SuitePair(first, second, matching, CriticalDifference.Of(matching, first.Critical, second.Critical));
    }

    /// <summary>Two unreadable suites agree in nothing that could be used.</summary>
    private static double? Mean(List<SuitePair> pairs) => pairs.Select(pair => (double?)(pair.Matching.Score ?? 0)).Average();

    private static StepCounts Count(List<SuitePair> pairs) => new(
        pairs.Sum(pair => pair.Matching.Pairs.Count),
        pairs.Sum(pair => pair.Matching.LeftCount - pair.Matching.Pairs.Count),
        pairs.Sum(pair => pair.Matching.RightCount - pair.Matching.Pairs.Count),
        pairs.Sum(pair => pair.Differences.Count),
        pairs.Select(pair => pair.Matching.OrderShare).Average());

    private static IEnumerable<StepDifference> Describe(SuitePair pair) => pair.Differences.Select(difference => new StepDifference(
        Text(pair.First.Texts[difference.Pair.Left]), Text(pair.Second.Texts[difference.Pair.Right]),
        [.. difference.OnlyInLeft.Select(token => token.Text)], [.. difference.OnlyInRight.Select(token => token.Text)]));

    private static string Text(OqStep step) => $"{step.Action} → {step.ExpectedResult}";

    private sealed record SuitePair(Steps First, Steps Second, StepMatching Matching, IReadOnlyList<CriticalDifference> Differences);

    private sealed class Steps
    {
        public Steps(OqSuite? suite, TokenTable table, ReferenceIds ids)
        {
            Texts = suite is null ? [] : [.. suite.Steps];
            Tokens = suite is null ? [] : StepTokens.Of(suite, table);
            Critical = [.. Texts.Select(step => CriticalStep.Of(ids.RemoveFrom(step)))];
        }

        public IReadOnlyList<OqStep> Texts { get; }

        public IReadOnlyList<StepTokens> Tokens { get; }

        public IReadOnlyList<CriticalStep> Critical { get; }
    }
}
