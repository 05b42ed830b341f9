namespace ValidationWorkbench.Plans;

/// <summary>
/// Limits of the drift checks that follow acceptance, fixed with the plan. Weight of the moving average (lambda 0.2) and slack of the cumulative sum
/// (k 0.5) are no limits: they say for which size of shift a chart is made, and stay as in the tables that L and h come from.
/// </summary>
public sealed record DriftPlan
{
    /// <summary>Limits that hold where a plan fixes none. A margin or a confidence of the plan's criteria goes before them.</summary>
    public static DriftPlan Default { get; } = new()
    {
        Margin = 0.05,
        Confidence = 0.975,
        StatedConfidence = 0.1,
        MeanFall = 3,
        ChangedVerdicts = 0.001,
        ChartRuns = 8,
        EwmaLimit = 2.962,
        CusumLimit = 4,
        ProductionLevel = 0.01,
        StabilityIndex = 0.1,
    };

    /// <summary>Loss of reliably right cases that must be ruled out, as a share, 0-1.</summary>
    public required double Margin { get; init; }

    /// <summary>One-sided confidence of the limits of the difference, in (0.5,1).</summary>
    public required double Confidence { get; init; }

    /// <summary>Move of the mean stated confidence that is a trigger once it is shown, above 0, at most 1.</summary>
    public required double StatedConfidence { get; init; }

    /// <summary>
    /// Fall of the mean case score that is a trigger, 1-10 standard deviations of the noise within cases. 3: one false alarm in about 740 looks.
    /// </summary>
    public required double MeanFall { get; init; }

    /// <summary>
    /// Probability up to which chance is no explanation of changed verdicts, above 0, below 0.5. 0.001: one false alarm in a thousand looks.
    /// </summary>
    public required double ChangedVerdicts { get; init; }

    /// <summary>Accepted runs from which mean and standard deviation of the control charts are taken, 8-100.</summary>
    public required int ChartRuns { get; init; }

    /// <summary>
    /// L of the moving average, 1-10. 2.962 with lambda 0.2: one false alarm in 500 looks, were mean and deviation known (Lucas and Saccucci 1990).
    /// </summary>
    public required double EwmaLimit { get; init; }

    /// <summary>h of the lower cumulative sum, 1-20. 4 with k 0.5: one false alarm in 335 looks, were mean and deviation known.</summary>
    public required double CusumLimit { get; init; }

    /// <summary>Level of each test of production answers, above 0, below 0.5. 0.01: one false alarm in a hundred looks.</summary>
    public required double ProductionLevel { get; init; }

    /// <summary>
    /// Population stability index of production that is a trigger, above 0, at most 1. 0.1 is where the usual bands call a shift moderate.
    /// </summary>
    public required double StabilityIndex { get; init; }
}
