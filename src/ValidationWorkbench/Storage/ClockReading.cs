using System.Globalization;

namespace ValidationWorkbench.Storage;

/// <summary>What the machine's clocks show.</summary>
/// <param name="WallMicros">Time of day, in microseconds since 1970-01-01 UTC.</param>
/// <param name="MonotonicMicros">Time the machine has been running, in microseconds; nobody can set it.</param>
/// <param name="BootId">Identity of the machine's boot; empty where the system does not tell.</param>
internal readonly record struct ClockReading(long WallMicros, long MonotonicMicros, Guid BootId)
{
    /// <summary>How far the time of day may run ahead of or behind the running time between two records, in microseconds: 5 s.</summary>
    public const long Tolerance = 5_000_000;

    /// <summary>What speaks against this reading having followed an earlier one undisturbed, in words; null where nothing does.</summary>
    /// <param name="before">The earlier reading.</param>
    /// <param name="isSameBoot">True where both were taken under the same boot, so that the running times can be compared.</param>
    public string? StepSince(ClockReading before, bool isSameBoot)
    {
        if (WallMicros < before.WallMicros)
        {
            return $"The time of day is {Seconds(before.WallMicros - WallMicros)} s behind that of the record before.";
        }

        // A machine that slept looks the same, since the running time stands still meanwhile.
        var ahead = WallMicros - before.WallMicros - (MonotonicMicros - before.MonotonicMicros);
        return !isSameBoot || Math.Abs(ahead) <= Tolerance ? null
            : $"The time of day moved {Seconds(Math.Abs(ahead))} s {(ahead > 0 ? "more" : "less")} than the machine was running since the record before: the clock was set, or the machine slept.";
    }

    private static string Seconds(long micros) => (micros / 1e6).ToString("0.000000", CultureInfo.InvariantCulture);
}
