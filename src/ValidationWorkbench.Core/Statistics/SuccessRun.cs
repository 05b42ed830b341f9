namespace ValidationWorkbench.Statistics;

/// <summary>
/// How many cases show a reliability R with confidence C when few or none of them fail (success-run theorem and its extension by
/// allowed failures): the smallest n with P(Bin(n, 1-R) &lt;= f) &lt;= 1-C, without a failure n = ceiling(ln(1-C) / ln R).
/// </summary>
public static class SuccessRun
{
    /// <summary>Cases needed without a failure, at least 1; null where no number will do (R = 1) or none up to 2^31 - 1. C in (0,1), R in [0,1].</summary>
    public static int? CasesNeeded(double confidence, double reliability) => CasesNeeded(confidence, reliability, 0);

    /// <summary>Cases needed where so many may fail, at least one more than these; null as above.</summary>
    public static int? CasesNeeded(double confidence, double reliability, int allowedFailures)
    {
        BinomialBound.RequireInside(confidence, nameof(confidence));
        ArgumentOutOfRangeException.ThrowIfNegative(allowedFailures);
        if (!(reliability >= 0 && reliability <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(reliability), reliability, "A reliability from 0 to 1 is needed.");
        }

        bool Shows(int n) => BinomialDistribution.IsCdfAtMost(allowedFailures, n, 1 - reliability, 1 - confidence);

        // Doubled until it is enough: then the number lies in the upper half.
        int below = allowedFailures, n = allowedFailures + 1;
        while (!Shows(n))
        {
            if (reliability == 1 || n == int.MaxValue)
            {
                return null;
            }

            below = n;
            n = n > int.MaxValue / 2 ? int.MaxValue : n * 2;
        }

        return Search.FirstTrue(below + 1, n, Shows);
    }

    /// <summary>Upper bound of a failure rate after n cases without a failure, 1-(1-C)^(1/n); 1 where n = 0.</summary>
    public static double ZeroFailureUpper(int n, double confidence) => BinomialBound.Upper(0, n, confidence);

    /// <summary>
    /// The rule of three, 3/n: an easy figure near the 95 % bound of <see cref="ZeroFailureUpper"/> from about 30 cases on, above 1 for fewer than three and
    /// null for none.
    /// </summary>
    public static double? RuleOfThree(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return n == 0 ? null : 3.0 / n;
    }
}
