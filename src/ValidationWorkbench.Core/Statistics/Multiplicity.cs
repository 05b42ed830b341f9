namespace ValidationWorkbench.Statistics;

/// <summary>What several criteria, or several attempts, do to the probability of a GO.</summary>
public static class Multiplicity
{
    /// <summary>Probability that all criteria pass where they are independent: the product; null without a criterion.</summary>
    public static double? AllPassIfIndependent(IReadOnlyList<double> powers)
    {
        Require(powers);
        return powers.Count == 0 ? null : powers.Aggregate(1.0, (product, power) => product * power);
    }

    /// <summary>
    /// Least probability that all pass, however they depend on each other (Bonferroni inequality): max(0, 1 - sum(1-p)); null without a criterion.
    /// </summary>
    public static double? AllPassAtLeast(IReadOnlyList<double> powers)
    {
        Require(powers);
        return powers.Count == 0 ? null : Math.Max(0, 1 - powers.Sum(power => 1 - power));
    }

    /// <summary>Probability that at least one of so many independent attempts passes by chance, each with the level given: 1-(1-a)^k.</summary>
    public static double RepeatUntilPass(double level, int attempts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(attempts);
        Require([level]);
        return 1 - Math.Pow(1 - level, attempts);
    }

    private static void Require(IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        if (probabilities.Any(value => !(value >= 0 && value <= 1)))
        {
            throw new ArgumentOutOfRangeException(nameof(probabilities), "Probabilities lie between 0 and 1.");
        }
    }
}
