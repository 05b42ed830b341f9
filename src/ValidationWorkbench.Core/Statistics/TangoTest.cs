namespace ValidationWorkbench.Statistics;

/// <summary>
/// Score test of non-inferiority of paired proportions (Tango 1998): z = T(-M) of <see cref="TangoInterval"/> at a margin M, one-sided. It rejects at a level
/// exactly where the lower limit of the interval with that one-sided confidence lies above -M.
/// </summary>
/// <param name="Status">Undefined without a pair.</param>
/// <param name="Z">The statistic; null without a pair.</param>
/// <param name="P">One-sided p value; null without a pair.</param>
public sealed record TangoTest(EstimateStatus Status, double? Z, double? P)
{
    /// <summary>The test for g gains and l losses among n pairs at a margin in [0,1).</summary>
    public static TangoTest Of(int gains, int losses, int n, double margin)
    {
        TangoInterval.Require(gains, losses, n);
        RequireMargin(margin);
        if (n == 0)
        {
            return new TangoTest(EstimateStatus.Undefined, null, null);
        }

        var z = TangoInterval.Score(gains, losses, n, -margin);
        return new TangoTest(EstimateStatus.Ok, z, NormalDistribution.UpperTail(z));
    }

    /// <summary>True where the candidate is shown to be no more than the margin worse, at a one-sided level in (0,1) such as 0.025.</summary>
    public bool IsNonInferior(double level) => Z > -Quantile.Normal(level);

    internal static void RequireMargin(double margin)
    {
        if (!(margin >= 0 && margin < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "A margin from 0 to below 1 is needed.");
        }
    }
}
