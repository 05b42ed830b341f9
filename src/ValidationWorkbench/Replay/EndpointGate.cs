using System.Globalization;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.Replay;

/// <summary>
/// The one way to an endpoint for all calls of a run, of both models if they live there. A wait that the endpoint asks for holds up every call; limits per
/// minute are kept; and an endpoint that is down, refuses the key or asks for too long a wait stops the run. Safe for concurrent use.
/// </summary>
/// <remarks>
/// As in TCP congestion control (RFC 5681), the calls under way are halved where the endpoint limits them and grow again with each good reply. After
/// failures in a row only one call at a time tries whether the endpoint is back: a circuit breaker in which calls wait instead of failing, since a failed
/// call would use up an attempt of its trial.
/// </remarks>
/// <param name="name">Address for messages.</param>
/// <param name="widest">Most calls under way at once, from 1.</param>
/// <param name="longestWait">Longest wait for the endpoint that the plan allows.</param>
/// <param name="limits">Settings of the models that live there; the lowest limit of each kind counts.</param>
/// <param name="timeProvider">Clock for waits.</param>
internal sealed class EndpointGate(string name, int widest, TimeSpan longestWait, IReadOnlyList<EndpointSettings> limits, TimeProvider timeProvider)
{
    /// <summary>Calls that fail in a row before the endpoint counts as down.</summary>
    public const int FailuresInARow = 3;

    private const int Remembered = 20;

    /// <summary>An endpoint that failed for so long without one reply stops the run; with the longest pause after it, within 30 seconds.</summary>
    private static readonly TimeSpan LongestOutage = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private readonly long opened = timeProvider.GetTimestamp();
    private readonly TokenBucket? requests = BucketOf(limits.Min(settings => settings.RequestsPerMinute));
    private readonly TokenBucket? tokens = BucketOf(limits.Min(settings => settings.TokensPerMinute));
    private readonly Queue<bool> latest = new(Remembered);
    private readonly Queue<TaskCompletionSource> waiting = new();
    private double allowed = widest;
    private double comfortable = widest;
    private int underWay;
    private TimeSpan pausedUntil;
    private TimeSpan? failingSince;
    private int failures;
    private int tries;

    /// <summary>Share of good attempts among the last 20, 0-1; 1 before the first.</summary>
    public double Health
    {
        get
        {
            lock (gate)
            {
                return latest.Count == 0 ? 1 : (double)latest.Count(isGood => isGood) / latest.Count;
            }
        }
    }

    /// <summary>True after failures in a row, until the first reply.</summary>
    public bool IsDown
    {
        get
        {
            lock (gate)
            {
                return failures >= FailuresInARow;
            }
        }
    }

    private TimeSpan Now => timeProvider.GetElapsedTime(opened);

    /// <summary>True for a fault that every further call would meet as well: the run stops, and the trial is left for its next start.</summary>
    public static bool IsHopeless(EndpointFault? fault) => fault is { Kind: EndpointFaultKind.Authentication or EndpointFaultKind.Quota };

    /// <summary>Waits until a call may be made. It must be followed by <see cref="Leave"/>.</summary>
    /// <param name="expected">Tokens the call will use, roughly.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task EnterAsync(long expected, CancellationToken cancellationToken) => WaitAsync(expected, yields: false, cancellationToken);

    /// <summary>As <see cref="EnterAsync"/>, but gives up where the endpoint is down and another call tries it, or none may yet.</summary>
    /// <returns>True where the call may be made; false where another endpoint is to be asked.</returns>
    public Task<bool> TryEnterAsync(long expected, CancellationToken cancellationToken) => WaitAsync(expected, yields: true, cancellationToken);

    private async Task<bool> WaitAsync(long expected, bool yields, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TimeSpan wait;
            Task turn;
            lock (gate)
            {
                wait = WaitFor(expected);
                turn = Task.CompletedTask;
                if (yields && failures >= FailuresInARow && (wait > TimeSpan.Zero || underWay > 0))
                {
                    return false;
                }

                if (wait == TimeSpan.Zero && underWay >= (int)allowed)
                {
                    var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    waiting.Enqueue(next);
                    turn = next.Task;
                }
                else if (wait == TimeSpan.Zero)
                {
                    underWay++;
                    requests?.Take(1);
                    tokens?.Take(expected);
                    return true;
                }
            }

            // A timer knows whole milliseconds; it must not fire before the time.
            await (wait == TimeSpan.Zero ? turn.WaitAsync(cancellationToken)
                : Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), timeProvider, cancellationToken)).ConfigureAwait(false);
        }
    }

    /// <summary>Gives back the place of a call that was never made, or of which nothing can be learnt because it was cancelled.</summary>
    public void LeaveUnused()
    {
        lock (gate)
        {
            underWay--;
            Wake();
        }
    }

    /// <summary>Learns from a call that has ended.</summary>
    /// <param name="fault">Its fault; null for an answer.</param>
    /// <param name="retryAfter">Wait that the endpoint asked for, also with an answer; null where it did not.</param>
    /// <param name="expected">Tokens as handed to <see cref="EnterAsync"/>.</param>
    /// <param name="used">Tokens used; 0 where the endpoint counted none.</param>
    /// <returns>Why the run must stop; null where it may go on.</returns>
    public string? Leave(EndpointFault? fault, TimeSpan? retryAfter, long expected, long used)
    {
        lock (gate)
        {
            underWay--;
            tokens?.Take(used == 0 ? 0 : used - expected);
            Remember(fault is null);
            var now = Now;
            var isFailure = fault?.Kind == EndpointFaultKind.Unavailable && retryAfter is null;
            failures = isFailure ? failures + 1 : 0;
            failingSince = isFailure ? failingSince ?? now : null;
            var outage = now - (failingSince ?? now);
            Widen(fault);
            Pause(retryAfter, fault);
            Wake();
            return IsHopeless(fault) ? $"the endpoint {name} does not serve this key: {fault}"
                : retryAfter > longestWait ? string.Create(CultureInfo.InvariantCulture,
                    $"the endpoint {name} asks for a wait of {retryAfter.Value.TotalSeconds:0} s; the plan allows {longestWait.TotalSeconds:0} s (execution.maxWaitSeconds)")
                : failures >= FailuresInARow && outage >= LongestOutage ? string.Create(CultureInfo.InvariantCulture,
                    $"the endpoint {name} is down: {failures} calls in a row failed in {outage.TotalSeconds:0} s; the last one: {fault}")
                : null;
        }
    }

    private TimeSpan WaitFor(long expected)
    {
        var now = Now;
        TimeSpan[] waits = [pausedUntil - now, requests?.WaitFor(1, now) ?? TimeSpan.Zero, tokens?.WaitFor(expected, now) ?? TimeSpan.Zero];
        return waits.Max() is { } longest && longest > TimeSpan.Zero ? longest : TimeSpan.Zero;
    }

    private void Remember(bool isGood)
    {
        if (latest.Count == Remembered)
        {
            latest.Dequeue();
        }

        latest.Enqueue(isGood);
    }

    /// <summary>Fewer calls at once where the endpoint limits them, one where it fails; more again with good replies, first quickly, then slowly.</summary>
    private void Widen(EndpointFault? fault)
    {
        if (failures >= FailuresInARow)
        {
            (comfortable, allowed) = (Math.Max(comfortable, allowed), 1);
        }
        else if (fault?.Kind == EndpointFaultKind.RateLimit && Now >= pausedUntil)
        {
            comfortable = allowed = Math.Max(1, allowed / 2);
        }
        else if (fault is null)
        {
            allowed = Math.Min(widest, allowed + (allowed < comfortable ? 1 : 1 / allowed));
        }
    }

    /// <summary>Calls that were under way before a pause and fail within it make it no longer.</summary>
    private void Pause(TimeSpan? retryAfter, EndpointFault? fault)
    {
        var isDown = failures >= FailuresInARow && Now >= pausedUntil;
        tries = isDown ? tries + 1 : failures == 0 ? 0 : tries;
        var wait = retryAfter ?? (isDown ? EndpointRetry.Backoff(tries - 1)
            : fault?.Kind == EndpointFaultKind.RateLimit ? EndpointRetry.Backoff(0) : TimeSpan.Zero);
        var until = Now + (wait < longestWait ? wait : longestWait);
        pausedUntil = until > pausedUntil ? until : pausedUntil;
    }

    /// <summary>Where the endpoint goes down all look again, since some may have another one to ask.</summary>
    private void Wake()
    {
        for (var free = failures == FailuresInARow ? waiting.Count : (int)allowed - underWay; free > 0 && waiting.TryDequeue(out var next); free--)
        {
            next.TrySetResult();
        }
    }

    private static TokenBucket? BucketOf(int? perMinute) => perMinute is { } limit ? new TokenBucket(limit) : null;
}
