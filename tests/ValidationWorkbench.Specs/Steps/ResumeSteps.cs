using System.Globalization;
using ValidationWorkbench.Specs.Drivers;
using ValidationWorkbench.Specs.Gherkin;
using Xunit;

namespace ValidationWorkbench.Specs.Steps;

[Binding]
public sealed class ResumeSteps(WorkbenchDriver workbench, ProgramDriver program)
{
    // Larger than the database of the first run, smaller than what the second needs.
    private const int FileCeilingKibibytes = 420;

    [When("the program is killed after some trials")]
    public Task WhenItIsKilled() => program.SignalAsync("KILL");

    [When("the program is asked to stop after some trials")]
    public Task WhenItIsStopped() => program.SignalAsync("TERM");

    [When("the program runs out of disk space in the middle of a run")]
    public Task WhenTheDiskIsFull() => program.RunWithFileCeilingAsync(FileCeilingKibibytes);

    [Then("resuming finishes the run without asking for a finished trial again")]
    public async Task ThenResumingFinishes()
    {
        var runId = workbench.RunIds[^1];
        var before = Finished(runId);
        Assert.True(before.Count > 0, "no trial was finished before");
        await workbench.RunAsync($"--resume {runId}");
        Assert.True(workbench.ExitCode == 0, workbench.Error + workbench.Output);
        var after = Finished(runId);
        Assert.True(after.Count > before.Count, "the run was finished already when it was interrupted");
        Assert.Equal(before, after.Where(before.Contains).ToList());
        Assert.Equal(workbench.Query($"select Planned from Runs where Id = '{runId}'")[0], after.Count.ToString(CultureInfo.InvariantCulture));
    }

    [Then("the results are those of an uninterrupted run")]
    public async Task ThenTheResultsAreThoseOfAnUninterruptedRun()
    {
        await workbench.RunPlanAsync();
        var hashes = workbench.Query("select ResultsSha256 from Assessments");
        Assert.Equal(2, hashes.Count);
        Assert.Equal(hashes[0], hashes[1]);
    }

    /// <summary>Finished trials with the time and the number of attempts of each: asking again would change them.</summary>
    private IReadOnlyList<string> Finished(string runId) =>
        workbench.Query($"select CaseId || ' ' || Role || ' ' || Repeat || ' ' || FinishedMicros || ' ' || Attempts from Trials where RunId = '{runId}' order by 1");
}
