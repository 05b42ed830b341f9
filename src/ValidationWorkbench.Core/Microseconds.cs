using System.Globalization;

namespace ValidationWorkbench;

/// <summary>Times as they are stored: whole microseconds since 1970-01-01 UTC, truncated before anything is hashed.</summary>
public static class Microseconds
{
    public static long Of(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset ToTime(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    /// <summary>Such as <c>2026-11-21T07:50:12.123456Z</c>.</summary>
    public static string Write(long micros) => ToTime(micros).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>2026-11-21 07:50:12 UTC</c>.</summary>
    public static string WriteForPeople(long micros) => ToTime(micros).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
