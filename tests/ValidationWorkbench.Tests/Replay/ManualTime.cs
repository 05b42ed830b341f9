namespace ValidationWorkbench.Tests.Replay;

/// <summary>A clock that stands still until a test moves it, its timers with it.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<ManualTimer> timers = [];
    private TimeSpan elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Time since the clock was made.</summary>
    public TimeSpan Elapsed => elapsed;

    public override long GetTimestamp() => elapsed.Ticks;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero) + elapsed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (timers)
        {
            timers.Add(timer);
        }

        return timer;
    }

    /// <summary>Moves on to the next timer, if one is due within the time, and else by the time.</summary>
    public void Advance(TimeSpan time)
    {
        List<ManualTimer> due;
        lock (timers)
        {
            var next = timers.Select(timer => timer.Due).Where(at => at <= elapsed + time).DefaultIfEmpty(elapsed + time).Min();
            elapsed = next > elapsed ? next : elapsed;
            due = [.. timers.Where(timer => timer.Due <= elapsed)];
        }

        due.ForEach(timer => timer.Fire());
    }

    private sealed class ManualTimer(ManualTime owner, Action fire) : ITimer
    {
        public TimeSpan Due { get; private set; } = TimeSpan.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : owner.elapsed + dueTime;
            return true;
        }

        public void Fire()
        {
            Due = TimeSpan.MaxValue;
            fire();
        }

        public void Dispose()
        {
            Due = TimeSpan.MaxValue;
            lock (owner.timers)
            {
                owner.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
