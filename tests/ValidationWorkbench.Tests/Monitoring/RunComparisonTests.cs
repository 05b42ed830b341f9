using ValidationWorkbench.Monitoring;
using Xunit;

namespace ValidationWorkbench.Tests.Monitoring;

public sealed class RunComparisonTests
{
    [Fact]
    public void Calls_of_the_shared_cases_are_summed_up()
    {
        // Repeats take 100, 200 and 300 ms; the failed call of the second case counts as slower than all of them.
        var calls = RunComparison.Of(Make.Run("R-1", (1, "RRR"), (1, "RX-"), (1, "RRR")), Make.Run("R-2", (2, "RRR"))).FirstCalls;

        Assert.Equal((6, 1, 1, 1), (calls.Calls, calls.Failed, calls.TrialsWithoutAnswer, calls.Unreadable));
        Assert.Equal(0.2, calls.MedianSeconds!.Value, 12);
        Assert.Null(calls.P99Seconds);
        Assert.Equal((60, 120, 0.0003m, "EUR"), (calls.PromptTokens, calls.CompletionTokens, calls.Cost, calls.Currency));
    }

    [Fact]
    public void Runs_without_a_shared_case_have_nothing_to_compare()
    {
        var comparison = RunComparison.Of(Make.Run("R-1", (1, "RRR")), Make.RunOf("R-2", [.. Make.Suites((1, "RRR"))]));
        Assert.Equal((0, 0), (comparison.Panel.Shared, comparison.Tasks.Count));
        Assert.Null(comparison.FirstCalls.MedianSeconds);
    }

    [Fact]
    public void A_run_that_is_no_basis_for_judgement_is_named() =>
        Assert.Equal(["R-2: too many errors."], RunComparison.Of(Make.Run("R-1", (1, "RRR")), Make.Run("R-2", (1, "RRR")) with { InvalidReasons = ["too many errors."] }).Invalid);

    [Fact]
    public void Swapping_the_runs_swaps_gains_and_losses()
    {
        MonitoredRun one = Make.Run("R-1", (3, "RRR"), (4, "WWW"), (9, "RRR")), other = Make.Run("R-2", (3, "WWW"), (4, "RRR"), (9, "RRR"));
        TaskComparison there = RunComparison.Of(one, other).Tasks[0], back = RunComparison.Of(other, one).Tasks[0];
        Assert.Equal((there.Gains, there.Losses), (back.Losses, back.Gains));
        Assert.Equal(there.Lower, -back.Upper, 9);
        Assert.Equal(there.McNemarP, back.McNemarP);
    }
}
