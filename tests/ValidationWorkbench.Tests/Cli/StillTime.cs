namespace ValidationWorkbench.Tests.Cli;

/// <summary>A clock that stands still, so that everything printed is known beforehand.</summary>
internal sealed class StillTime : TimeProvider
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => 0;
}
