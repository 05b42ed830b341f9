using System.Globalization;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Assessment;

/// <summary>Decides criteria that count cases or calls with an attribute, by exact one-sided bounds.</summary>
public static class AttributeCriterion
{
    /// <summary>"At least the limit": GO where the lower bound reaches it, NO-GO where the upper bound stays below it.</summary>
    public static Finding AtLeast(AcceptanceCriterion criterion, Bracket count, double? baseline, string what)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        if (count.N == 0)
        {
            return NothingCounted(criterion);
        }

        var lower = BinomialBound.Lower(count.All, count.N, criterion.Confidence);
        var upper = BinomialBound.Upper(count.Any, count.N, criterion.Confidence);
        var verdict = lower >= criterion.Limit ? Verdict.Go : upper < criterion.Limit ? Verdict.NoGo : Verdict.Undecided;
        var counted = string.Create(CultureInfo.InvariantCulture, $"{count.All} of {count.N} {what}");
        var reason = verdict switch
        {
            Verdict.Go => $"{counted}; at least {Figures.LowerBound(lower)} with {Figures.Setting(criterion.Confidence)} confidence",
            Verdict.NoGo => $"{counted}; at most {Figures.UpperBound(upper, criterion.Limit)} with {Figures.Setting(criterion.Confidence)} confidence",
            _ => $"{counted}; the data cannot tell{Shortfall.AtLeast(criterion, count.All, count.N)}",
        };
        return Found(criterion, count.N, (double)count.All / count.N, lower, upper, baseline, verdict, reason);
    }

    /// <summary>"At most the limit": GO where the upper bound does not exceed it, NO-GO where the lower bound does.</summary>
    public static Finding AtMost(AcceptanceCriterion criterion, Bracket count, double? baseline, string what)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        if (count.N == 0)
        {
            return NothingCounted(criterion);
        }

        var lower = BinomialBound.Lower(count.All, count.N, criterion.Confidence);
        var upper = BinomialBound.Upper(count.Any, count.N, criterion.Confidence);
        var verdict = upper <= criterion.Limit ? Verdict.Go : lower > criterion.Limit ? Verdict.NoGo : Verdict.Undecided;
        var bound = verdict == Verdict.NoGo ? $"at least {Figures.LowerBound(lower, criterion.Limit)}" : $"at most {Figures.UpperBound(upper, criterion.Limit)}";
        var more = verdict == Verdict.Undecided ? Shortfall.AtMost(criterion, count.Any, count.N) : string.Empty;
        var reason = string.Create(CultureInfo.InvariantCulture, $"{count.Any} of {count.N} {what}; {bound} with {Figures.Setting(criterion.Confidence)} confidence{more}");
        return Found(criterion, count.N, (double)count.Any / count.N, lower, upper, baseline, verdict, reason);
    }

    /// <summary>
    /// "None at all": NO-GO as soon as one is seen; else GO where the upper bound of those that may be hidden does not exceed the limit.
    /// </summary>
    public static Finding NoneSeen(AcceptanceCriterion criterion, Bracket seen, Bracket possible, double? baseline)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        if (seen.N == 0)
        {
            return NothingCounted(criterion);
        }

        var upper = BinomialBound.Upper(possible.Any, possible.N, criterion.Confidence);
        var verdict = seen.Any > 0 ? Verdict.NoGo : upper <= criterion.Limit ? Verdict.Go : Verdict.Undecided;
        var hidden = possible.Any - seen.Any;
        var more = hidden == 0 ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $", {hidden} more with an unreadable answer or a component left out, which may hide one");
        var end = verdict switch
        {
            Verdict.NoGo => "; none is tolerated",
            Verdict.Undecided => Shortfall.AtMost(criterion, possible.Any, possible.N),
            _ => string.Empty,
        };
        var reason = string.Create(CultureInfo.InvariantCulture,
            $"{seen.Any} of {seen.N} cases under-categorized at least once{more}; at most {Figures.UpperBound(upper, criterion.Limit)} with {Figures.Setting(criterion.Confidence)} confidence{end}");
        var lower = BinomialBound.Lower(seen.All, seen.N, criterion.Confidence);
        return Found(criterion, seen.N, (double)seen.Any / seen.N, lower, upper, baseline, verdict, reason);
    }

    /// <summary>A gate: every case must have the attribute in every repeat. It has no bound.</summary>
    public static Finding Gate(AcceptanceCriterion criterion, Bracket count, double? baseline, string what)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        var reason = string.Create(CultureInfo.InvariantCulture, $"{count.All} of {count.N} {what}");
        return count.N == 0 ? NothingCounted(criterion)
            : Found(criterion, count.N, (double)count.All / count.N, null, null, baseline, count.All == count.N ? Verdict.Go : Verdict.NoGo, reason);
    }

    /// <summary>The finding where no case or call falls under the criterion.</summary>
    public static Finding NothingCounted(AcceptanceCriterion criterion) =>
        new() { Criterion = criterion, N = 0, Verdict = Verdict.Undecided, Reason = "nothing was counted: no case or call falls under this criterion" };

    private static Finding Found(AcceptanceCriterion criterion, int n, double observed, double? lower, double? upper, double? baseline, Verdict verdict, string reason) =>
        new() { Criterion = criterion, N = n, Observed = observed, Lower = lower, Upper = upper, Baseline = baseline, Verdict = verdict, Reason = reason };
}
