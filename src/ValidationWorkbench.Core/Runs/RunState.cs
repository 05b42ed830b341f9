namespace ValidationWorkbench.Runs;

/// <summary>Where a run stands. There is no way back.</summary>
public enum RunState
{
    /// <summary>Plan, cases and prompts are frozen; no call was made.</summary>
    Planned,

    /// <summary>Calls are being made, or the run was cut off and can be resumed.</summary>
    Executing,

    /// <summary>Every planned trial is finished.</summary>
    Completed,

    /// <summary>Scores were assessed by the criteria and a recommendation is on record.</summary>
    Assessed,
}
