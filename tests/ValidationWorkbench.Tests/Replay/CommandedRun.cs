using Xunit;

namespace ValidationWorkbench.Tests.Replay;

/// <summary>What the command line said of a run.</summary>
internal sealed record CommandedRun(
    int ExitCode, string RunId, string? StopReason, int Planned, int Passed, int Failed, int Undecided, int Error, int Aborted, string Message)
{
    /// <summary>Holds the counts against what is expected: nothing planned is lost.</summary>
    public void Check(int exitCode, int passed, int error, int aborted, int failed = 0)
    {
        Assert.Equal((exitCode, CommandBench.Trials, passed, failed, 0, error, aborted), (ExitCode, Planned, Passed, Failed, Undecided, Error, Aborted));
        Assert.Equal(Planned, Passed + Failed + Undecided + Error + Aborted);
    }
}
