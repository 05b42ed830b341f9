namespace ValidationWorkbench.Monitoring;

/// <summary>What the paired comparison of one task shows.</summary>
public enum PanelVerdict
{
    /// <summary>A loss beyond the margin is ruled out.</summary>
    NotWorse,

    /// <summary>The data cannot tell.</summary>
    CannotTell,

    /// <summary>A loss beyond the margin is shown.</summary>
    Worse,
}
