using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Monitoring;

/// <summary>The cases that two runs have in common, and those they have not: nothing is dropped without being named.</summary>
public sealed class SharedPanel
{
    private SharedPanel(IReadOnlyList<(CaseTask Task, TestCase Case)> cases, int repeats, PanelCoverage coverage) => (Cases, Repeats, Coverage) = (cases, repeats, coverage);

    /// <summary>Cases with the same id, the same question and the same expectation in both runs, in the order of the first.</summary>
    public IReadOnlyList<(CaseTask Task, TestCase Case)> Cases { get; }

    /// <summary>
    /// Repeats that are compared: the first ones of each run, as many as the shorter has. A verdict over all repeats is stricter the more
    /// there are, so both sides need the same number.
    /// </summary>
    public int Repeats { get; }

    /// <summary>Shared and other cases by their ids.</summary>
    public PanelCoverage Coverage { get; }

    /// <summary>True where every case of the first run is shared.</summary>
    public bool IsWhole => Coverage is { Changed.Count: 0, OnlyInFirst.Count: 0 };

    /// <summary>The panel of two runs.</summary>
    public static SharedPanel Of(MonitoredRun first, MonitoredRun second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var others = second.Scored.Cases.ToDictionary(entry => entry.Case.Id);
        var known = first.Scored.Cases.Select(entry => entry.Case.Id).ToHashSet(StringComparer.Ordinal);
        var inBoth = first.Scored.Cases.Where(entry => others.ContainsKey(entry.Case.Id)).ToLookup(entry => CaseContent.IsSame(entry, others[entry.Case.Id]));
        return new SharedPanel([.. inBoth[true]], Math.Min(first.Scored.Repeats, second.Scored.Repeats), new PanelCoverage(
            inBoth[true].Count(),
            [.. inBoth[false].Select(entry => entry.Case.Id)],
            [.. first.Scored.Cases.Select(entry => entry.Case.Id).Where(id => !others.ContainsKey(id))],
            [.. second.Scored.Cases.Select(entry => entry.Case.Id).Where(id => !known.Contains(id))]));
    }

    /// <summary>Tasks of the shared cases.</summary>
    public IEnumerable<CaseTask> Tasks => Cases.Select(entry => entry.Task).Distinct().Order();

    /// <summary>Shared cases of a task.</summary>
    public IEnumerable<TestCase> Of(CaseTask task) => Cases.Where(entry => entry.Task == task).Select(entry => entry.Case);

    /// <summary>Scores of the candidate's compared repeats; null for a trial without an answer.</summary>
    public IReadOnlyList<TrialScore?> Scores(MonitoredRun run, string caseId)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Scored.Of(caseId, ModelRole.Candidate)[..Repeats];
    }
}
