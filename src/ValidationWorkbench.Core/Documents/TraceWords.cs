using ValidationWorkbench.Assessment;

namespace ValidationWorkbench.Documents;

/// <summary>Words of the traceability matrix.</summary>
internal static class TraceWords
{
    public static string Of(TraceState state) => state switch
    {
        TraceState.Gap => "GAP",
        TraceState.NotAutomatable => "not automatable (procedure)",
        TraceState.ByRecord => "by record, no verdict",
        _ => CriterionWords.Kebab(state),
    };

    public static string Meaning(TraceState state) => state switch
    {
        TraceState.Gap => "to be verified by a criterion, and the plan has none for it",
        TraceState.CoveredFailed => "at least one criterion was shown not to be met",
        TraceState.CoveredUndecided => "the data cannot tell for at least one criterion, or the run is no basis for judgement",
        TraceState.CoveredNotExecuted => "a criterion had nothing to count",
        TraceState.NotAutomatable => "only a procedure of the company can show it; nothing is shown here",
        TraceState.ByRecord => "the records show it to whoever verifies them; no criterion gives a verdict",
        _ => "every criterion was shown to be met",
    };
}
