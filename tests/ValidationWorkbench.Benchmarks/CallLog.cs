using System.Diagnostics;
using System.Globalization;

namespace ValidationWorkbench.Benchmarks;

/// <summary>When the calls that a server answered came and when their replies were out.</summary>
internal sealed class CallLog
{
    private readonly Lock gate = new();
    private readonly List<(long Arrived, long Left)> calls = [];

    /// <summary>Notes a call whose reply is out.</summary>
    public void Add(long arrived)
    {
        var left = Stopwatch.GetTimestamp();
        lock (gate)
        {
            calls.Add((arrived, left));
        }
    }

    /// <summary>
    /// Forgets its calls, and says of all but the first of them: seconds from the arrival of one to the last reply, mean milliseconds from arrival to reply. At the
    /// end stands the arrival of the first of all, as <see cref="Stopwatch.GetTimestamp"/> gives it.
    /// </summary>
    /// <param name="skip">Calls that were there to warm up.</param>
    public string Take(int skip)
    {
        lock (gate)
        {
            var ordered = calls.OrderBy(call => call.Arrived).ToList();
            var counted = ordered[skip..];
            var seconds = Stopwatch.GetElapsedTime(counted[0].Arrived, counted.Max(call => call.Left)).TotalSeconds;
            var latency = counted.Average(call => Stopwatch.GetElapsedTime(call.Arrived, call.Left).TotalMilliseconds);
            calls.Clear();
            return string.Create(CultureInfo.InvariantCulture, $"{seconds} {latency} {ordered[0].Arrived}");
        }
    }
}
