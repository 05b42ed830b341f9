using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Replay;
using Xunit;

namespace ValidationWorkbench.Tests.Replay;

public sealed class EndpointGateTests
{
    private static readonly EndpointFault Busy = new(EndpointFaultKind.RateLimit, "HTTP 429: slow down");
    private static readonly EndpointFault Refused = new(EndpointFaultKind.Unavailable, "Connection refused");

    private readonly ManualTime time = new();

    [Fact]
    public async Task A_wait_that_one_call_was_told_holds_up_every_call_and_no_longer()
    {
        var gate = Gate();
        await gate.EnterAsync(0, default);
        Assert.Null(gate.Leave(Busy, TimeSpan.FromSeconds(7), 0, 0));
        Task[] others = [gate.EnterAsync(0, default), gate.EnterAsync(0, default)];

        time.Advance(TimeSpan.FromSeconds(6.9));
        Assert.All(others, other => Assert.False(other.IsCompleted));
        time.Advance(TimeSpan.FromSeconds(0.1));
        await Task.WhenAll(others).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_good_answer_that_asks_for_a_wait_delays_the_next_call()
    {
        var gate = Gate();
        await gate.EnterAsync(0, default);
        Assert.Null(gate.Leave(null, TimeSpan.FromSeconds(5), 0, 20));
        var next = gate.EnterAsync(0, default);

        Assert.False(next.IsCompleted);
        Assert.Equal(1, gate.Health);
        time.Advance(TimeSpan.FromSeconds(5));
        await next.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_longer_wait_than_the_plan_allows_stops_the_run()
    {
        var gate = Gate();
        await gate.EnterAsync(0, default);
        Assert.Equal("the endpoint http://e asks for a wait of 3600 s; the plan allows 60 s (execution.maxWaitSeconds)", gate.Leave(Busy, TimeSpan.FromHours(1), 0, 0));
    }

    [Theory]
    [InlineData(EndpointFaultKind.Authentication, "the endpoint http://e does not serve this key: Authentication: no")]
    [InlineData(EndpointFaultKind.Quota, "the endpoint http://e does not serve this key: Quota: no")]
    [InlineData(EndpointFaultKind.Request, null)]
    [InlineData(EndpointFaultKind.Protocol, null)]
    public async Task Only_a_fault_that_every_call_would_meet_stops_the_run_at_once(EndpointFaultKind kind, string? reason)
    {
        var gate = Gate();
        await gate.EnterAsync(0, default);
        Assert.Equal(reason, gate.Leave(new EndpointFault(kind, "no"), null, 0, 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public async Task An_endpoint_that_is_down_stops_the_run_within_30_seconds_and_few_calls_find_out(int concurrency)
    {
        var gate = Gate(concurrency);
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => gate.EnterAsync(0, default)));
        var (made, stop) = (concurrency, (string?)null);
        for (var call = 0; call < concurrency; call++)
        {
            stop ??= gate.Leave(Refused, null, 0, 0);
        }

        while (stop is null)
        {
            var next = gate.EnterAsync(0, default);
            while (!next.IsCompleted)
            {
                time.Advance(TimeSpan.FromSeconds(1));
                await Task.WhenAny(next, Task.Delay(1));
            }

            made++;
            stop = gate.Leave(Refused, null, 0, 0);
        }

        Assert.InRange(time.Elapsed.TotalSeconds, 20, 30);
        Assert.InRange(made, concurrency, concurrency + 8);
        Assert.Matches(@"^the endpoint http://e is down: \d+ calls in a row failed in 2\d s; the last one: Unavailable: Connection refused$", stop);
    }

    [Fact]
    public async Task After_failures_in_a_row_one_call_at_a_time_tries_until_one_is_good()
    {
        var gate = Gate(8);
        for (var failure = 0; failure < EndpointGate.FailuresInARow; failure++)
        {
            await gate.EnterAsync(0, default);
            gate.Leave(Refused, null, 0, 0);
        }

        List<Task> calls = [.. Enumerable.Range(0, 4).Select(_ => gate.EnterAsync(0, default))];
        Assert.DoesNotContain(calls, call => call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        Task first = await Task.WhenAny(calls).WaitAsync(TimeSpan.FromSeconds(30));
        await Task.Delay(50);
        Assert.Equal((1, 4), (calls.Count(call => call.IsCompleted), calls.Count));

        calls.Remove(first);
        gate.Leave(null, null, 0, 0);
        for (var patience = 0; patience < 3000 && calls.Count(call => call.IsCompleted) < 2; patience++)
        {
            await Task.Delay(10);
        }

        Assert.Equal(2, calls.Count(call => call.IsCompleted));
        Assert.Equal(0.25, gate.Health);
    }

    [Fact]
    public async Task Who_has_another_endpoint_does_not_wait_for_one_that_is_down_and_one_call_tries_it_when_it_may()
    {
        var gate = Gate(3);
        Task<bool>[] under = [gate.TryEnterAsync(0, default), gate.TryEnterAsync(0, default), gate.TryEnterAsync(0, default)];
        var (waiting, staying) = (gate.TryEnterAsync(0, default), gate.EnterAsync(0, default));
        Assert.All(await Task.WhenAll(under), Assert.True);
        Assert.False(waiting.IsCompleted);
        for (var failure = 0; failure < EndpointGate.FailuresInARow; failure++)
        {
            gate.Leave(Refused, null, 0, 0);
        }

        Assert.False(await waiting.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.False(await gate.TryEnterAsync(0, default));
        Assert.True(gate.IsDown);
        time.Advance(TimeSpan.FromSeconds(1));
        await staying.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(await gate.TryEnterAsync(0, default));
        gate.Leave(null, null, 0, 0);
        Assert.True(await gate.TryEnterAsync(0, default));
    }

    [Fact]
    public async Task An_endpoint_that_says_it_is_busy_is_not_down()
    {
        var gate = Gate();
        for (var call = 0; call < 10; call++)
        {
            var turn = gate.EnterAsync(0, default);
            time.Advance(TimeSpan.FromSeconds(10));
            await turn.WaitAsync(TimeSpan.FromSeconds(30));
            Assert.Null(gate.Leave(new EndpointFault(EndpointFaultKind.Unavailable, "HTTP 503: loading"), TimeSpan.FromSeconds(10), 0, 0));
        }
    }

    [Fact]
    public async Task A_limit_of_the_plan_is_kept_by_the_lowest_of_both_models()
    {
        var gate = new EndpointGate("http://e", 8, TimeSpan.FromMinutes(1), [new EndpointSettings { RequestsPerMinute = 600 }, new EndpointSettings { RequestsPerMinute = 10 }], time);
        await gate.EnterAsync(0, default);
        var second = gate.EnterAsync(0, default);

        time.Advance(TimeSpan.FromSeconds(6.6));
        Assert.False(second.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));
        await second.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_limited_endpoint_gets_half_the_calls_at_once()
    {
        var gate = Gate(8);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => gate.EnterAsync(0, default)));
        for (var call = 0; call < 8; call++)
        {
            gate.Leave(Busy, TimeSpan.FromSeconds(1), 0, 0);
        }

        List<Task> calls = [.. Enumerable.Range(0, 8).Select(_ => gate.EnterAsync(0, default))];
        time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAny(Task.WhenAll(calls), Task.Delay(200));
        Assert.Equal(4, calls.Count(call => call.IsCompleted));
    }

    private EndpointGate Gate(int concurrency = 4) => new("http://e", concurrency, TimeSpan.FromMinutes(1), [new EndpointSettings()], time);
}
