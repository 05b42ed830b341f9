namespace ValidationWorkbench.Replay;

/// <summary>
/// Keeps a limit per minute: a tenth of it may come at once and nine tenths flow in over a minute, so that no minute holds more than the limit.
/// An amount that is larger than the bucket leaves when the bucket is full, and what follows waits until the debt is paid. Not safe for concurrent use.
/// </summary>
/// <param name="perMinute">The limit, above 0.</param>
internal sealed class TokenBucket(double perMinute)
{
    private const double Rounding = 1e-9;

    private readonly double capacity = Math.Max(1, perMinute / 10);
    private readonly double perSecond = 0.9 * perMinute / 60;
    private double level = Math.Max(1, perMinute / 10);
    private TimeSpan filledAt;

    /// <summary>How long until an amount may leave; zero where it may now.</summary>
    /// <param name="amount">The amount, from 0.</param>
    /// <param name="now">Time since a fixed moment; never less than at an earlier call.</param>
    public TimeSpan WaitFor(double amount, TimeSpan now)
    {
        level = Math.Min(capacity, level + ((now - filledAt).TotalSeconds * perSecond));
        filledAt = now;
        var missing = Math.Min(amount, capacity) - level;
        return missing <= Rounding ? TimeSpan.Zero : TimeSpan.FromSeconds(missing / perSecond) + TimeSpan.FromTicks(1);
    }

    /// <summary>Takes an amount out, or puts a negative one back.</summary>
    public void Take(double amount) => level = Math.Min(capacity, level - amount);
}
