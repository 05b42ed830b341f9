namespace ValidationWorkbench.Decisions;

/// <summary>The recommendation with its reasons, line by line.</summary>
/// <param name="Outcome">What is recommended.</param>
/// <param name="Reasons">Why; at least one line.</param>
/// <param name="DemonstrationReasons">Why the outcome is a demonstration and no evidence; empty where it is not one.</param>
public sealed record Recommendation(Outcome Outcome, IReadOnlyList<string> Reasons, IReadOnlyList<string> DemonstrationReasons)
{
    /// <summary>What a reader of the outcome must know besides, as by <see cref="WarningRule"/>; empty for nothing.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>True where the outcome shows how the workbench works and proves nothing about a model.</summary>
    public bool IsDemonstration => DemonstrationReasons.Count > 0;

    /// <summary>The outcome as printed: GO, NO-GO, UNDECIDED or INVALID.</summary>
    public string Word => WordOf(Outcome);

    /// <summary>The printed form of an outcome.</summary>
    public static string WordOf(Outcome outcome) => outcome switch
    {
        Outcome.Go => "GO",
        Outcome.NoGo => "NO-GO",
        Outcome.Undecided => "UNDECIDED",
        _ => "INVALID",
    };
}
