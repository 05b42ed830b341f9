using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Decisions;

/// <summary>Says what a reader of the outcome must know about who answered. It changes no verdict.</summary>
public static class WarningRule
{
    /// <summary>Warnings in a fixed order; empty where there is nothing to say.</summary>
    /// <param name="attempts">Attempts of the run.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<Attempt> attempts)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        return [.. Builds(attempts), .. Caches(attempts), .. Leaks(attempts)];
    }

    private static IEnumerable<string> Builds(IReadOnlyList<Attempt> attempts) =>
        from role in ServedBuild.All(attempts).GroupBy(build => build.Role)
        where role.Count() > 1
        select string.Create(CultureInfo.InvariantCulture,
            $"{role.Key}: not one configuration; the endpoint answered under {role.Count()} builds: ")
            + $"{string.Join("; ", role.Select(build => build.Describe()))}.";

    private static IEnumerable<string> Caches(IReadOnlyList<Attempt> attempts) =>
        from cached in CachedAnswers.All(attempts)
        where cached.SameId + cached.AllCached > 0
        select string.Create(CultureInfo.InvariantCulture,
            $"{cached.Role}: {cached.SameId + cached.AllCached} of {cached.Repeats} answers to repeated cases were maybe answered from a cache ")
            + string.Create(CultureInfo.InvariantCulture,
                $"({cached.SameId} under the id of an earlier repeat, {cached.AllCached} with every prompt token cached), ")
            + "so equal repeats do not show reproducibility.";

    private static IEnumerable<string> Leaks(IReadOnlyList<Attempt> attempts) =>
        from role in attempts.Where(attempt => attempt.Answered).GroupBy(attempt => attempt.Role)
        let leaked = role.Count(attempt => attempt.Leaked)
        where leaked > 0
        orderby role.Key
        select string.Create(CultureInfo.InvariantCulture,
            $"{role.Key}: {leaked} of {role.Count()} answers hold marks of the model's channels, ")
            + "which the server should have parsed and which would reach every other user of it; switch its reasoning parser on.";
}
