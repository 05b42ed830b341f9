using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;
using Xunit;

namespace ValidationWorkbench.Tests.Runs;

/// <summary>States of a run, and the names and answers of its trials.</summary>
public sealed class RunTests
{
    [Fact]
    public void A_new_run_is_planned_and_has_no_outcome()
    {
        var run = Planned();
        Assert.Equal((RunState.Planned, (string?)null), (run.State, run.Outcome));
    }

    [Fact]
    public void A_run_moves_on_through_its_states()
    {
        var run = Planned();
        run.MoveTo(RunState.Executing);
        run.MoveTo(RunState.Completed);
        Assert.Equal(RunState.Completed, run.State);
    }

    [Theory]
    [InlineData(RunState.Completed, RunState.Executing, "Run R-1 is Completed; it cannot become Executing.")]
    [InlineData(RunState.Executing, RunState.Executing, "Run R-1 is Executing; it cannot become Executing.")]
    public void There_is_no_way_back(RunState now, RunState next, string message)
    {
        var run = Planned();
        run.MoveTo(now);
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => run.MoveTo(next)).Message);
        Assert.Equal(now, run.State);
    }

    [Fact]
    public void A_later_assessment_replaces_the_outcome()
    {
        var run = Planned();
        run.Assess("UNDECIDED");
        run.Assess("GO");
        Assert.Equal((RunState.Assessed, "GO"), (run.State, run.Outcome));
    }

    [Fact]
    public void A_trial_is_named_by_case_model_and_repeat() => Assert.Equal("C-1/Candidate/2", Trial().Key.ToString());

    [Fact]
    public void An_attempt_without_a_fault_is_answered_and_one_with_a_fault_is_not()
    {
        var attempt = Attempt();
        Assert.True(attempt.Answered);
        Assert.False((attempt with { Fault = "HTTP 500" }).Answered);
        Assert.Equal(new TokenUsage(7, 3), attempt.Usage);
    }

    private static Run Planned() => new() { Id = "R-1", PlannedMicros = 0, Candidate = "new", Baseline = "old", ConfigurationSha256 = "", Planned = 2 };

    private static Trial Trial() =>
        new() { RunId = "R-1", CaseId = "C-1", Role = ModelRole.Candidate, Repeat = 2, Position = 0, Attempts = 1, Answered = true, FinishedMicros = 0 };

    private static Attempt Attempt() => new()
    {
        RunId = "R-1",
        CaseId = "C-1",
        Role = ModelRole.Candidate,
        Repeat = 2,
        Number = 1,
        StartedMicros = 0,
        LatencyMicros = 1,
        RequestSha256 = "",
        PromptTokens = 7,
        CompletionTokens = 3,
    };
}
