using Polly;
using Polly.Retry;
using ValidationWorkbench.Models;

namespace ValidationWorkbench.Replay;

/// <summary>Tries again where the endpoint was in trouble that may pass, and nowhere else.</summary>
internal static class EndpointRetry
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>A pipeline for one question.</summary>
    /// <typeparam name="T">What an attempt returns.</typeparam>
    /// <param name="maxAttempts">Most attempts, from 1.</param>
    /// <param name="timeProvider">Clock for the waits.</param>
    /// <param name="look">The fault of an attempt, null for none, and the wait the endpoint asked for, null where it did not ask.</param>
    public static ResiliencePipeline<T> Pipeline<T>(int maxAttempts, TimeProvider timeProvider, Func<T, (EndpointFault? Fault, TimeSpan? RetryAfter)> look)
    {
        var builder = new ResiliencePipelineBuilder<T> { TimeProvider = timeProvider };
        return (maxAttempts == 1 ? builder : builder.AddRetry(new RetryStrategyOptions<T>
        {
            MaxRetryAttempts = maxAttempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            Delay = FirstWait,
            MaxDelay = LongestWait,
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is null && look(arguments.Outcome.Result!).Fault?.IsTransient == true),
            DelayGenerator = arguments => ValueTask.FromResult(look(arguments.Outcome.Result!).RetryAfter is { } wait ? (wait < LongestWait ? wait : LongestWait) : (TimeSpan?)null),
        })).Build();
    }
}
