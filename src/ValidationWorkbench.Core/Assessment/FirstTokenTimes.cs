using ValidationWorkbench.Models;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Assessment;

/// <summary>Times until the first token of one model's streamed answers. For display: they decide nothing.</summary>
/// <param name="Role">The model.</param>
/// <param name="Answers">Answers that were streamed.</param>
/// <param name="P50Seconds">Median, in seconds.</param>
/// <param name="P95Seconds">95 % quantile, in seconds.</param>
public sealed record FirstTokenTimes(ModelRole Role, int Answers, double? P50Seconds, double? P95Seconds)
{
    private const double DisplayConfidence = 0.95;

    /// <summary>Of both models; a model without streamed answers is left out.</summary>
    public static IReadOnlyList<FirstTokenTimes> All(ScoredRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return [.. run.Calls.Where(call => call is { Answered: true, FirstToken: not null }).GroupBy(call => call.Role).OrderBy(group => group.Key)
            .Select(group => Of(group.Key, [.. group.Select(call => call.FirstToken!.Value.TotalSeconds)]))];
    }

    private static FirstTokenTimes Of(ModelRole role, List<double> seconds) => new(
        role, seconds.Count, OrderStatisticBound.Of(seconds, 0.5, DisplayConfidence).Estimate,
            OrderStatisticBound.Of(seconds, 0.95, DisplayConfidence).Estimate);
}
