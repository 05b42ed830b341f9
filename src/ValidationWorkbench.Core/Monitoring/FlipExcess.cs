namespace ValidationWorkbench.Monitoring;

/// <summary>
/// Whether more case verdicts changed between two runs of one panel than the scatter of the repeats explains. If nothing changed, the 2k answers to
/// a case are one sample, and which of them fell into which run is chance: with r of them right, the verdict "right in all k" changes with
/// probability 2 C(r,k) / C(2k,k) for k &lt;= r &lt; 2k and never otherwise. The number of changed verdicts is then a sum of independent
/// indicators, whose upper tail is computed exactly. Gains count like losses: a model whose answers change is no longer the one that was validated.
/// </summary>
/// <param name="Observed">Verdicts that changed.</param>
/// <param name="Expected">Changes that the scatter explains on average.</param>
/// <param name="P">Probability of at least as many changes by scatter alone, in [0,1].</param>
public sealed record FlipExcess(int Observed, double Expected, double P)
{
    // Three whole flips at three repeats have a probability of exactly 0.1 x 0.1 x 0.1, which binary numbers miss by a hair.
    private const double Guard = 1e-12;

    /// <summary>True where scatter does not explain the changes at a level. With a single repeat nothing is known of scatter, and P is 1.</summary>
    public bool IsExcessAt(double level) => P <= level + Guard;

    /// <summary>Counts over cases with k repeats in both runs.</summary>
    /// <param name="cases">For each case the repeats that were right in the first and in the second run, each from 0 to k.</param>
    /// <param name="repeats">k, at least 1.</param>
    public static FlipExcess Of(IReadOnlyList<(int First, int Second)> cases, int repeats)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(repeats);
        var observed = cases.Count(pair => pair.First == repeats != (pair.Second == repeats));
        var chances = cases.Select(pair => Chance(pair.First + pair.Second, repeats)).Where(chance => chance > 0).ToList();

        // tail[j]: probability of at least j changes among the cases seen so far.
        var tail = new double[observed + 1];
        tail[0] = 1;
        foreach (var chance in chances)
        {
            for (var j = observed; j > 0; j--)
            {
                tail[j] += chance * (tail[j - 1] - tail[j]);
            }
        }

        return new FlipExcess(observed, chances.Sum(), Math.Clamp(tail[observed], 0, 1));
    }

    /// <summary>Probability that a verdict changes when r right answers of 2k are dealt to two runs: 2 C(r,k) / C(2k,k), as a product.</summary>
    private static double Chance(int right, int repeats)
    {
        if (right < repeats || right >= 2 * repeats)
        {
            return 0;
        }

        var chance = 2.0;
        for (var i = 0; i < repeats; i++)
        {
            chance *= (double)(right - i) / ((2 * repeats) - i);
        }

        return chance;
    }
}
