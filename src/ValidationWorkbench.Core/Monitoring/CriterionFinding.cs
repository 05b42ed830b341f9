using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Monitoring;

/// <summary>
/// A criterion of the reference's plan, applied to the candidate of a later run by the same assessor as in a run.
/// It counts the cases that both runs share, as the reference has them, and every repeat of the later run.
/// </summary>
/// <param name="Id">Id of the criterion.</param>
/// <param name="Name">Its name with its stratum.</param>
/// <param name="IsSevere">True for one of severity critical and for a gate.</param>
/// <param name="Reference">Verdict in the reference: GO, NO-GO or UNDECIDED.</param>
/// <param name="Verdict">Verdict in the later run.</param>
/// <param name="Reason">Why, in one line.</param>
/// <param name="IsKnown">True for a NO-GO of a severe criterion that the reference has as well and in no other case: not met, but no drift.</param>
/// <param name="WithNewCases">Reason of a NO-GO that only cases outside of the shared panel give; null for none.</param>
public sealed record CriterionFinding(
    string Id, string Name, bool IsSevere, string Reference, Verdict Verdict, string Reason, bool IsKnown, string? WithNewCases)
{
    /// <summary>Findings for all criteria of the reference's plan, in the plan's order.</summary>
    public static IReadOnlyList<CriterionFinding> All(SharedPanel panel, MonitoredRun reference, MonitoredRun run)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(run);
        ScoredRun shared = run.Scored.On(panel.Cases), before = reference.Scored.On(panel.Cases);
        return
        [
            .. from criterion in reference.Plan.Criteria
               let isSevere = criterion.Severity == Severity.Critical || criterion.Method == CriterionMethod.Gate
               let here = CriterionAssessor.Assess(criterion, shared)
               let everywhere = CriterionAssessor.Assess(criterion, run.Scored)
               let isOfPart = here.Verdict == Verdict.NoGo && !panel.IsWhole && HasTolerance(criterion)
               select new CriterionFinding(
                   criterion.Id, CriterionWords.Name(criterion), isSevere, CriterionWords.Word(CriterionAssessor.Assess(criterion, reference.Scored).Verdict),
                   isOfPart ? Verdict.Undecided : here.Verdict, isOfPart ? $"{here.Reason}; this part cannot speak for the whole panel" : here.Reason,
                   isSevere && here.Verdict == Verdict.NoGo && IsKnownFrom(criterion, here, before, shared),
                   everywhere.Verdict == Verdict.NoGo && here.Verdict != Verdict.NoGo ? everywhere.Reason : null),
        ];
    }

    /// <summary>True where a NO-GO calls for a person to look: a criterion that is not severe, and that the reference did not miss.</summary>
    public bool IsLost => !IsSevere && Reference != CriterionWords.Word(Verdict.NoGo);

    /// <summary>The finding as a reason, such as <c>AC-1 accuracy not met: ... (GO in the reference)</c>.</summary>
    public string Describe() => $"{Id} {Name} {Words}: {Reason} ({Reference} in the reference{(IsKnown ? ", in no other case" : string.Empty)})";

    private string Words => Verdict switch
    {
        Verdict.Go => "met",
        Verdict.NoGo => "not met",
        _ => "not shown",
    };

    /// <summary>The reference fails as well: where none is tolerated in all the cases that fail now, else by a share that is no better.</summary>
    private static bool IsKnownFrom(AcceptanceCriterion criterion, Finding here, ScoredRun before, ScoredRun now)
    {
        var there = CriterionAssessor.Assess(criterion, before);
        if (there.Verdict != Verdict.NoGo)
        {
            return false;
        }

        bool Fails(ScoredRun run, (CaseTask Task, TestCase Case) entry) => CriterionAssessor.Assess(criterion, run.On([entry])).Verdict == Verdict.NoGo;
        return HasTolerance(criterion) ? here.Observed >= there.Observed : now.Cases.Where(entry => Fails(now, entry)).All(entry => Fails(before, entry));
    }

    /// <summary>A single case on the wrong side speaks against the whole panel, where none is tolerated; a share of a part does not.</summary>
    private static bool HasTolerance(AcceptanceCriterion criterion) =>
        criterion.Method != CriterionMethod.Gate && criterion.Kind != CriterionKind.UnderCategorization;
}
