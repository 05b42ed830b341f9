namespace ValidationWorkbench.Statistics;

/// <summary>
/// The rule that the workbench does not use: pass where the observed share reaches the limit. It is here to show what it lets through.
/// </summary>
/// <param name="Limit">Limit of the observed share, as a decimal number, so that 0.95 is exactly 95 in 100.</param>
/// <param name="IsStrict">True where the share must exceed the limit.</param>
public sealed record NaiveRule(decimal Limit, bool IsStrict = false)
{
    /// <summary>True where x of n pass.</summary>
    public bool Passes(int successes, int n) => n > 0 && (IsStrict ? successes > Limit * n : successes >= Limit * n);

    /// <summary>Probability that n cases pass where the true rate is given, in [0,1]; 0 without a case.</summary>
    public double PassProbability(int n, double trueRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        var threshold = Limit * n;
        return n == 0 || threshold > n ? 0
            : BinomialDistribution.UpperTail((int)Math.Max(0, IsStrict ? Math.Floor(threshold) + 1 : Math.Ceiling(threshold)), n, trueRate);
    }
}
