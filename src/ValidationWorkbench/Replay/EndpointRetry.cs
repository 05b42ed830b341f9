using Polly;
using Polly.Retry;
using ValidationWorkbench.Models;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Replay;

/// <summary>Tries again where the endpoint was in trouble that may pass, and nowhere else. The waits are the same for the same seed.</summary>
internal static class EndpointRetry
{
    private const int Steps = 1 << 30;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    /// <summary>Short enough for an endpoint that is down to be noticed in time (<see cref="EndpointGate"/>).</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

    /// <summary>Wait after a failure that so many others came before: 1, 2, 4 and then 8 seconds.</summary>
    public static TimeSpan Backoff(int failuresBefore) => FirstWait * Math.Min(1 << Math.Min(failuresBefore, 3), LongestWait / FirstWait);

    /// <summary>A pipeline for one question.</summary>
    /// <typeparam name="T">What an attempt returns.</typeparam>
    /// <param name="maxAttempts">Most attempts, from 1.</param>
    /// <param name="seed">Seed of the spread of the waits.</param>
    /// <param name="timeProvider">Clock for the waits.</param>
    /// <param name="look">The fault of an attempt, null for none, and the wait that was asked for, null where the usual one is due.</param>
    public static ResiliencePipeline<T> Pipeline<T>(int maxAttempts, ulong seed, TimeProvider timeProvider, Func<T, (EndpointFault? Fault, TimeSpan? Wait)> look)
    {
        var builder = new ResiliencePipelineBuilder<T> { TimeProvider = timeProvider };
        if (maxAttempts == 1)
        {
            return builder.Build();
        }

        var random = new SplitMix64(seed);
        return builder.AddRetry(new RetryStrategyOptions<T>
        {
            MaxRetryAttempts = maxAttempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Randomizer = () => random.NextIndex(Steps) / (double)Steps,
            Delay = FirstWait,
            MaxDelay = LongestWait,
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is null && look(arguments.Outcome.Result!).Fault?.IsTransient == true),
            DelayGenerator = arguments => ValueTask.FromResult(look(arguments.Outcome.Result!).Wait),
        }).Build();
    }
}
