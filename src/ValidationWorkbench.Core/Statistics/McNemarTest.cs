namespace ValidationWorkbench.Statistics;

/// <summary>
/// McNemar's test that gains and losses of paired yes-no answers are equally likely (McNemar 1947; mid-p: Fagerland, Lydersen and Laake 2013).
/// For display: a large p value is no proof of equality.
/// </summary>
/// <param name="Status"><see cref="EstimateStatus.NoDiscordant"/> where there is neither a gain nor a loss.</param>
/// <param name="Exact">Two-sided exact p value, min(1, 2 P(Bin(g+l, 1/2) &lt;= min(g, l))); 1 without discordant pairs.</param>
/// <param name="MidP">The same with half of the probability of the observed count; 1 without discordant pairs.</param>
/// <param name="ChiSquared">(g-l)^2 / (g+l), without continuity correction; null without discordant pairs.</param>
/// <param name="Asymptotic">P value of that statistic with one degree of freedom; null without discordant pairs.</param>
public sealed record McNemarTest(EstimateStatus Status, double Exact, double MidP, double? ChiSquared, double? Asymptotic)
{
    /// <summary>The test for g gains and l losses.</summary>
    public static McNemarTest Of(int gains, int losses)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gains);
        ArgumentOutOfRangeException.ThrowIfNegative(losses);
        var discordant = gains + losses;
        if (discordant == 0)
        {
            return new McNemarTest(EstimateStatus.NoDiscordant, 1, 1, null, null);
        }

        var fewer = Math.Min(gains, losses);
        double tail = BinomialDistribution.Cdf(fewer, discordant, 0.5), point = BinomialDistribution.Mass(fewer, discordant, 0.5);
        double difference = gains - losses, statistic = difference * difference / discordant;
        return new McNemarTest(EstimateStatus.Ok, Math.Min(1, 2 * tail), Math.Min(1, (2 * tail) - point), statistic, ChiSquareDistribution.UpperTail(statistic, 1));
    }
}
