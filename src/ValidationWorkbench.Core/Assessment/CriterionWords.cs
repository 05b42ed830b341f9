using System.Globalization;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Assessment;

/// <summary>How criteria are named and their limits written, the same in the terminal, in files and in documents.</summary>
public static class CriterionWords
{
    /// <summary>Name of the criterion with its stratum, such as <c>accuracy (shape=hybrid)</c>.</summary>
    public static string Name(AcceptanceCriterion criterion)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        var kind = Kebab(criterion.Kind);
        return criterion.Stratum.Count == 0 ? kind
            : $"{kind} ({string.Join(", ", criterion.Stratum.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))})";
    }

    /// <summary>What is required, such as <c>≥ 95 %</c>.</summary>
    public static string Required(AcceptanceCriterion criterion)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        var limit = Figures.Setting(criterion.Limit);
        return criterion.Kind switch
        {
            CriterionKind.UnderCategorization => $"none, bound ≤ {limit}",
            CriterionKind.ErrorRate => $"≤ {limit}",
            CriterionKind.NonInferiority => $"> {Figures.Points(-criterion.Limit)} points",
            CriterionKind.SuiteSimilarity => string.Create(CultureInfo.InvariantCulture, $"> {limit} of self ≥ {criterion.LeastSelfSimilarity}"),
            CriterionKind.Confidence =>
                string.Create(CultureInfo.InvariantCulture, $"±{criterion.Limit}, guard ≤ {Figures.Setting(criterion.MaxLargeShare!.Value)}"),
            CriterionKind.AgreementWithBaseline when criterion.Tolerance is { } tolerance =>
                string.Create(CultureInfo.InvariantCulture, $"≥ {limit}, Δ < {tolerance}"),
            _ when criterion.Method == CriterionMethod.Gate => "every case",
            CriterionKind.Latency => string.Create(CultureInfo.InvariantCulture, $"≥ {limit} < {criterion.Seconds} s"),
            _ => $"≥ {limit}",
        };
    }

    /// <summary>The observed value, such as <c>97.8 %</c>.</summary>
    public static string Observed(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Observed is not { } observed ? "–"
            : finding.Criterion.Kind == CriterionKind.NonInferiority ? $"{Figures.Points(observed)} points"
            : finding.Criterion.Kind == CriterionKind.Confidence ? Figures.Difference(observed)
            : Figures.Percent(observed);
    }

    /// <summary>The same value of the baseline, or its own figure where a difference is observed; a dash where there is none.</summary>
    public static string Baseline(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Baseline is not { } baseline ? "–"
            : finding.Criterion.Kind == CriterionKind.Confidence ? baseline.ToString("0.000", CultureInfo.InvariantCulture)
            : Figures.Percent(baseline);
    }

    /// <summary>
    /// The bound that was compared with the limit, such as <c>≥ 94.9 %</c>; for confidences the interval and, on a line of its own, the bound of the
    /// guard.
    /// </summary>
    public static string Bound(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Criterion.Kind == CriterionKind.Confidence)
        {
            var interval = finding is { Lower: { } low, Upper: { } high }
                ? $"{Figures.LowerDifference(low)} to {Figures.UpperDifference(high)}"
                : "–";
            return finding.GuardUpper is { } guard ? $"{interval}\nguard ≤ {Figures.UpperBound(guard)}" : interval;
        }

        var upper = finding.Criterion.Kind == CriterionKind.UnderCategorization
            || (finding.Criterion.Kind == CriterionKind.ErrorRate) != (finding.Verdict == Verdict.NoGo);
        return (upper ? finding.Upper : finding.Lower) is not { } bound ? "–"
            : finding.Criterion.Kind == CriterionKind.NonInferiority && upper ? $"≤ {Figures.UpperPoints(bound)} points"
            : finding.Criterion.Kind == CriterionKind.NonInferiority ? $"≥ {Figures.LowerPoints(bound)} points"
            : upper ? $"≤ {Figures.UpperBound(bound, finding.Criterion.Limit)}"
            : $"≥ {Figures.LowerBound(bound, finding.Criterion.Limit)}";
    }

    /// <summary>The printed form of a verdict.</summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Go => "GO",
        Verdict.NoGo => "NO-GO",
        _ => "UNDECIDED",
    };

    /// <summary>The form a word of code has in files: <c>under-categorization</c>.</summary>
    public static string Kebab<T>(T value)
        where T : struct, Enum => Kebab(value.ToString());

    /// <summary>The same for a word in Pascal case.</summary>
    public static string Kebab(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return string.Concat(word.Select((letter, i) => char.IsUpper(letter) && i > 0 ? $"-{char.ToLowerInvariant(letter)}"
            : char.ToLowerInvariant(letter).ToString()));
    }
}
