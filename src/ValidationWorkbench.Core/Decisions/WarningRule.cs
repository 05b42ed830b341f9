using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Decisions;

/// <summary>Says what a reader of the outcome must know about who answered. It changes no verdict.</summary>
public static class WarningRule
{
    /// <summary>Warnings in a fixed order; empty where there is nothing to say.</summary>
    /// <param name="attempts">Attempts of the run.</param>
    /// <param name="criteria">Criteria of the plan.</param>
    /// <param name="likeness">Similarities of the OQ suites by case.</param>
    public static IReadOnlyList<string> Of(
        IReadOnlyList<Attempt> attempts, IReadOnlyList<AcceptanceCriterion> criteria, IReadOnlyDictionary<string, SuiteLikeness> likeness)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(likeness);
        return [.. Builds(attempts), .. Fallbacks(attempts), .. Caches(attempts), .. Leaks(attempts), .. Differences(criteria, likeness)];
    }

    private static IEnumerable<string> Builds(IReadOnlyList<Attempt> attempts) =>
        from role in ServedBuild.All(attempts).GroupBy(build => build.Role)
        where role.Count() > 1
        select string.Create(CultureInfo.InvariantCulture,
            $"{role.Key}: not one configuration; the endpoint answered under {role.Count()} builds: ")
            + $"{string.Join("; ", role.Select(build => build.Describe()))}.";

    /// <summary>Said also where no answer came from the first endpoint, so that there is only one build.</summary>
    private static IEnumerable<string> Fallbacks(IReadOnlyList<Attempt> attempts) =>
        from role in attempts.Where(attempt => attempt.Answered).GroupBy(attempt => attempt.Role)
        let elsewhere = role.Count(attempt => attempt.ServedBy?.Contains($"({ModelSpec.FallbackWord} ", StringComparison.Ordinal) == true)
        where elsewhere > 0
        orderby role.Key
        select string.Create(CultureInfo.InvariantCulture,
            $"{role.Key}: {elsewhere} of {role.Count()} answers came from an endpoint to fall back on, which is another system than the first one.");

    private static IEnumerable<string> Caches(IReadOnlyList<Attempt> attempts) =>
        from cached in CachedAnswers.All(attempts)
        where cached.SameId + cached.AllCached > 0
        select string.Create(CultureInfo.InvariantCulture,
            $"{cached.Role}: {cached.SameId + cached.AllCached} of {cached.Repeats} answers to repeated cases were maybe answered from a cache ")
            + string.Create(CultureInfo.InvariantCulture,
                $"({cached.SameId} under the id of an earlier repeat, {cached.AllCached} with every prompt token cached), ")
            + "so equal repeats do not show reproducibility.";

    /// <summary>Where a criterion looks at all of them, its finding says this.</summary>
    private static IEnumerable<string> Differences(IReadOnlyList<AcceptanceCriterion> criteria, IReadOnlyDictionary<string, SuiteLikeness> likeness)
    {
        var counts = DispositionCounts.Of(likeness.Values.SelectMany(entry => entry.Differences));
        if (counts.Open + counts.NotAcceptable == 0 || criteria.Any(criterion => criterion is { Kind: CriterionKind.CriticalTokens, Stratum.Count: 0 }))
        {
            yield break;
        }

        yield return string.Create(CultureInfo.InvariantCulture,
            $"Candidate: {counts.Total} matched steps of OQ suites differ from the baseline in a number, comparator, negation or opposite word; ")
            + string.Create(CultureInfo.InvariantCulture, $"{counts.NotAcceptable} judged not acceptable, {counts.Open} judged by no expert yet. ")
            + "No criterion of the plan looks at them.";
    }

    private static IEnumerable<string> Leaks(IReadOnlyList<Attempt> attempts) =>
        from role in attempts.Where(attempt => attempt.Answered).GroupBy(attempt => attempt.Role)
        let leaked = role.Count(attempt => attempt.Leaked)
        where leaked > 0
        orderby role.Key
        select string.Create(CultureInfo.InvariantCulture,
            $"{role.Key}: {leaked} of {role.Count()} answers hold marks of the model's channels, ")
            + "which the server should have parsed and which would reach every other user of it; switch its reasoning parser on.";
}
