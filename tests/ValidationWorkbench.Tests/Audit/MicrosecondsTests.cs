using Xunit;

namespace ValidationWorkbench.Tests.Audit;

/// <summary>Times as they are stored and written.</summary>
public sealed class MicrosecondsTests
{
    [Fact]
    public void Times_are_whole_microseconds_since_1970_in_utc()
    {
        // 2026-11-21T07:50:12Z is 1,795,247,412 seconds after 1970 (date -u +%s).
        var time = new DateTimeOffset(2026, 11, 21, 9, 50, 12, TimeSpan.FromHours(2)).AddTicks(1_234_567);
        Assert.Equal(1_795_247_412_123_456, Microseconds.Of(time));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 7, 50, 12, TimeSpan.Zero).AddTicks(1_234_560), Microseconds.ToTime(1_795_247_412_123_456));
    }

    [Theory]
    [InlineData(1_795_247_412_123_456, "2026-11-21T07:50:12.123456Z", "2026-11-21 07:50:12 UTC")]
    [InlineData(0, "1970-01-01T00:00:00.000000Z", "1970-01-01 00:00:00 UTC")]
    [InlineData(-1, "1969-12-31T23:59:59.999999Z", "1969-12-31 23:59:59 UTC")]
    public void Times_are_written_for_machines_and_for_people(long micros, string machine, string people) =>
        Assert.Equal((machine, people), (Microseconds.Write(micros), Microseconds.WriteForPeople(micros)));
}
