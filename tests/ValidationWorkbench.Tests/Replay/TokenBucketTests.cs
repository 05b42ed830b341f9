using ValidationWorkbench.Replay;
using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Replay;

public sealed class TokenBucketTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(1000)]
    public void No_minute_holds_more_calls_than_the_limit_and_nine_tenths_of_it_get_through(int limit)
    {
        var bucket = new TokenBucket(limit);
        var (now, left) = (TimeSpan.Zero, new List<TimeSpan>());
        while (now < TimeSpan.FromMinutes(5))
        {
            var wait = bucket.WaitFor(1, now);
            now += wait;
            if (wait == TimeSpan.Zero)
            {
                bucket.Take(1);
                left.Add(now);
            }
        }

        Assert.All(left, start => Assert.InRange(left.Count(other => other >= start && other < start + TimeSpan.FromMinutes(1)), 1, limit));
        Assert.InRange(left.Count, (0.9 * limit * 5) - 1, limit * 5);
    }

    [Fact]
    public void Whatever_was_used_the_rate_stays_below_the_limit_by_no_more_than_one_call()
    {
        const int limit = 1000, largest = 700;
        var random = new SplitMix64(3);
        var bucket = new TokenBucket(limit);
        var (now, left) = (TimeSpan.Zero, new List<(TimeSpan At, int Amount)>());
        for (var call = 0; call < 200; call++)
        {
            var amount = 1 + random.NextIndex(largest);
            while (bucket.WaitFor(amount, now) is { } wait && wait > TimeSpan.Zero)
            {
                now += wait;
            }

            bucket.Take(amount);
            left.Add((now, amount));
        }

        Assert.All(left, start => Assert.InRange(
            left.Where(other => other.At >= start.At && other.At < start.At + TimeSpan.FromMinutes(1)).Sum(other => other.Amount), 1, limit + largest));
    }

    [Fact]
    public void What_was_set_aside_and_not_used_comes_back()
    {
        var bucket = new TokenBucket(600);
        bucket.Take(60);
        Assert.Equal(60 / 9.0, bucket.WaitFor(60, TimeSpan.Zero).TotalSeconds, 3);
        bucket.Take(-60);
        Assert.Equal(TimeSpan.Zero, bucket.WaitFor(60, TimeSpan.Zero));
    }
}
