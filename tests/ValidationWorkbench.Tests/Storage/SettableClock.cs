namespace ValidationWorkbench.Tests.Storage;

/// <summary>A clock whose time of day a test moves; its timers are the machine's. Its stopwatch moves with it, unless the time is set back or <see cref="Set"/>.</summary>
internal sealed class SettableClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private TimeSpan passed;

    public DateTimeOffset Now
    {
        get => now;
        set
        {
            passed += value > now ? value - now : TimeSpan.Zero;
            now = value;
        }
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(passed.TotalSeconds * TimestampFrequency);

    /// <summary>Sets the time of day as an administrator of the machine would: nothing else moves.</summary>
    public void Set(DateTimeOffset time) => now = time;
}
