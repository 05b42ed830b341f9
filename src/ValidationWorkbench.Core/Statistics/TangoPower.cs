namespace ValidationWorkbench.Statistics;

/// <summary>
/// Power of the non-inferiority test of <see cref="TangoTest"/> with n pairs, exact: the sum of the probabilities of all gains and losses that pass. Which ones
/// pass is worked out once, so that many true rates can be asked for.
/// </summary>
public sealed class TangoPower
{
    private readonly int n;

    /// <summary>For each number of losses whether each number of gains passes.</summary>
    private readonly bool[][] passes;

    private readonly double[] logFactorial;

    /// <param name="n">Pairs, ≥ 0.</param>
    /// <param name="margin">In [0,1).</param>
    /// <param name="level">One-sided level in (0,1).</param>
    public TangoPower(int n, double margin, double level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        TangoTest.RequireMargin(margin);
        this.n = n;
        var z = -Quantile.Normal(level);
        passes = new bool[n + 1][];
        for (var losses = 0; losses <= n; losses++)
        {
            passes[losses] = new bool[n - losses + 1];
            for (var gains = 0; gains <= n - losses && n > 0; gains++)
            {
                passes[losses][gains] = TangoInterval.Score(gains, losses, n, -margin) > z;
            }
        }

        logFactorial = new double[n + 1];
        for (var i = 2; i <= n; i++)
        {
            logFactorial[i] = logFactorial[i - 1] + Math.Log(i);
        }
    }

    /// <summary>
    /// Smallest number of pairs, at least 1, that show a margin in [0,1] where all are concordant: the smallest n with z^2 / (n + z^2) below the margin, about
    /// z^2 (1/M - 1); null where the margin is 0.
    /// </summary>
    public static int? SmallestConcordant(double margin, double level)
    {
        if (!(margin >= 0 && margin <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "A margin from 0 to 1 is needed.");
        }

        var z = Quantile.Normal(level);
        var square = z * z;
        if (margin == 0)
        {
            return null;
        }

        var n = checked((int)Math.Max(1, Math.Floor(square * ((1 / margin) - 1))));
        while (square / (n + square) >= margin)
        {
            n++;
        }

        return n;
    }

    /// <summary>Probability in [0,1] of showing non-inferiority.</summary>
    /// <param name="discordantRate">True share of pairs of which exactly one model is right, in [0,1].</param>
    /// <param name="trueDifference">True difference, candidate minus baseline, in size at most the discordant rate.</param>
    public double Of(double discordantRate, double trueDifference)
    {
        double gain = (discordantRate + trueDifference) / 2, loss = (discordantRate - trueDifference) / 2, same = 1 - discordantRate;
        if (!(gain >= 0 && loss >= 0 && same >= 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(trueDifference), trueDifference, "No true rates have this difference and this share of discordant pairs.");
        }

        var power = 0.0;
        double[] gains = Logarithms(gain), losses = Logarithms(loss), rest = Logarithms(same);
        for (var l = 0; l <= n; l++)
        {
            var row = passes[l];
            for (var g = 0; g < row.Length; g++)
            {
                if (row[g])
                {
                    power += Math.Exp(logFactorial[n] + gains[g] + losses[l] + rest[n - g - l]);
                }
            }
        }

        return Math.Min(1, power);
    }

    /// <summary>ln(p^k / k!) for k from 0 to n; no probability where p = 0 and k > 0.</summary>
    private double[] Logarithms(double p)
    {
        var logarithm = Math.Log(p);
        return [.. Enumerable.Range(0, n + 1).Select(k => k == 0 ? 0 : p > 0 ? (k * logarithm) - logFactorial[k] : double.NegativeInfinity)];
    }
}
