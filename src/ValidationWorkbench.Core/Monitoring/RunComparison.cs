namespace ValidationWorkbench.Monitoring;

/// <summary>The candidates of two runs on the cases that both runs have: at two times, in two versions, or two models.</summary>
public sealed record RunComparison
{
    public required RunIdentity First { get; init; }

    public required RunIdentity Second { get; init; }

    /// <summary>Reasons why a run is no basis for judgement, with its id in front; empty where both are one.</summary>
    public required IReadOnlyList<string> Invalid { get; init; }

    public required PanelCoverage Panel { get; init; }

    /// <summary>Repeats that were compared.</summary>
    public required int Repeats { get; init; }

    /// <summary>One comparison for each task that the shared cases have.</summary>
    public required IReadOnlyList<TaskComparison> Tasks { get; init; }

    /// <summary>Settings that differ, those that make the candidate another one first.</summary>
    public required IReadOnlyList<ConfigurationDifference> Differences { get; init; }

    public required CallSummary FirstCalls { get; init; }

    public required CallSummary SecondCalls { get; init; }

    /// <summary>Compares the second run with the first. Without a shared case there is no task in it.</summary>
    public static RunComparison Of(MonitoredRun first, MonitoredRun second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var panel = SharedPanel.Of(first, second);
        return new RunComparison
        {
            First = first.Identity,
            Second = second.Identity,
            Invalid = [.. new[] { first, second }.SelectMany(run => run.InvalidReasons.Select(reason => $"{run.Identity.Id}: {reason}"))],
            Panel = panel.Coverage,
            Repeats = panel.Repeats,
            Tasks = [.. panel.Tasks.Select(task => TaskComparison.Of(task, panel, first, second))],
            Differences = ConfigurationComparison.Of(first, second),
            FirstCalls = CallSummary.Of(panel, first),
            SecondCalls = CallSummary.Of(panel, second),
        };
    }
}
