using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Monitoring;

/// <summary>
/// A severe criterion of the reference's plan, which is one of severity critical or a gate, applied to the candidate of a later run by the same
/// assessor as in a run. It counts the cases that both runs share, as the reference has them, and every repeat of the later run.
/// </summary>
/// <param name="Id">Id of the criterion.</param>
/// <param name="Name">Its name with its stratum.</param>
/// <param name="Reference">Verdict in the reference: GO, NO-GO or UNDECIDED.</param>
/// <param name="Verdict">Verdict in the later run.</param>
/// <param name="Reason">Why, in one line.</param>
/// <param name="WithNewCases">Reason of a NO-GO that only cases outside of the shared panel give; null for none.</param>
public sealed record SevereFinding(string Id, string Name, string Reference, Verdict Verdict, string Reason, string? WithNewCases)
{
    /// <summary>Findings for all severe criteria of the reference's plan, in the plan's order; empty where it has none.</summary>
    public static IReadOnlyList<SevereFinding> All(SharedPanel panel, MonitoredRun reference, MonitoredRun run)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(run);
        var shared = run.Scored.On(panel.Cases);
        return
        [
            .. from criterion in reference.Plan.Criteria
               where criterion.Severity == Severity.Critical || criterion.Method == CriterionMethod.Gate
               let here = CriterionAssessor.Assess(criterion, shared)
               let everywhere = CriterionAssessor.Assess(criterion, run.Scored)
               let isOfPart = here.Verdict == Verdict.NoGo && !panel.IsWhole && HasTolerance(criterion)
               select new SevereFinding(
                   criterion.Id, CriterionWords.Name(criterion), CriterionWords.Word(CriterionAssessor.Assess(criterion, reference.Scored).Verdict),
                   isOfPart ? Verdict.Undecided : here.Verdict, isOfPart ? $"{here.Reason}; this part cannot speak for the whole panel" : here.Reason,
                   everywhere.Verdict == Verdict.NoGo && here.Verdict != Verdict.NoGo ? everywhere.Reason : null),
        ];
    }

    /// <summary>The finding as a reason, such as <c>AC-1 accuracy not met: ... (GO in the reference)</c>.</summary>
    public string Describe() => $"{Id} {Name} {Words}: {Reason} ({Reference} in the reference)";

    private string Words => Verdict switch
    {
        Verdict.Go => "met",
        Verdict.NoGo => "not met",
        _ => "not shown",
    };

    /// <summary>A single case on the wrong side speaks against the whole panel, where none is tolerated; a share of a part does not.</summary>
    private static bool HasTolerance(AcceptanceCriterion criterion) =>
        criterion.Method != CriterionMethod.Gate && criterion.Kind != CriterionKind.UnderCategorization;
}
