namespace ValidationWorkbench.Tests.Replay;

/// <summary>A clock that runs ten times as fast as the system's, its timers with it, so that waits are real and short. It begins on a known morning.</summary>
internal sealed class HurriedTime : TimeProvider
{
    public const int Factor = 10;

    private readonly long started = System.GetTimestamp();

    public override long GetTimestamp() => started + ((System.GetTimestamp() - started) * Factor);

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero) + GetElapsedTime(started);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new HurriedTimer(System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period)));

    private static TimeSpan Shorten(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / Factor;

    private sealed class HurriedTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Shorten(dueTime), Shorten(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
