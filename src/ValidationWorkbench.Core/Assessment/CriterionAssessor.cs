using System.Globalization;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Assessment;

/// <summary>Turns one criterion of the plan and the scores of a run into a finding.</summary>
public static class CriterionAssessor
{
    /// <summary>The finding. Every kind of criterion has its line here.</summary>
    public static Finding Assess(AcceptanceCriterion criterion, ScoredRun run)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        ArgumentNullException.ThrowIfNull(run);
        var every = run.Repeats == 1 ? "in one repeat" : string.Create(CultureInfo.InvariantCulture, $"in all {run.Repeats} repeats");
        return criterion.Kind switch
        {
            CriterionKind.Accuracy => AtLeast(criterion, run, CaseTask.Categorization, score => score?.Verdict == ScoreVerdict.Right, $"cases right {every}"),
            CriterionKind.UnderCategorization => UnderCategorization(criterion, run),
            CriterionKind.NonInferiority => PairedCriterion.Assess(criterion, Comparison.Of(run, run.Select(CaseTask.Categorization, criterion.Stratum))),
            CriterionKind.AgreementWithBaseline => Agreement(criterion, run),
            CriterionKind.Confidence => ConfidenceCriterion.Assess(criterion, run),
            CriterionKind.Reproducibility => Reproducibility(criterion, run),
            CriterionKind.SchemaConformance => SchemaConformance(criterion, run, every),
            CriterionKind.RequirementCoverage => Coverage(criterion, run, every),
            CriterionKind.StructureConformance => AtLeast(criterion, run, CaseTask.OqGeneration, score => score?.Structure >= criterion.CaseLimit, $"cases with complete structure {every}"),
            CriterionKind.ExpectedElements => AtLeast(criterion, run, CaseTask.OqGeneration, score => score?.MustHave >= criterion.CaseLimit, $"cases with enough must-have checks {every}"),
            CriterionKind.SuiteSimilarity => SimilarityCriterion.Assess(criterion, run),
            CriterionKind.CriticalTokens => CriticalTokens(criterion, run),
            CriterionKind.Latency => Latency(criterion, run),
            CriterionKind.ErrorRate => ErrorRate(criterion, run),
            _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion.Kind, "Unknown kind of criterion."),
        };
    }

    private static Finding AtLeast(AcceptanceCriterion criterion, ScoredRun run, CaseTask task, Func<TrialScore?, bool> attribute, string what)
    {
        var cases = run.Select(task, criterion.Stratum).Where(testCase => StudyDesign.IsCounted(criterion.Kind, testCase)).ToList();
        var baseline = Share(Bracket.Count(run, cases, ModelRole.Baseline, attribute));
        return AttributeCriterion.AtLeast(criterion, Bracket.Count(run, cases, ModelRole.Candidate, attribute), baseline, what);
    }

    /// <summary>
    /// None is tolerated. A case with an unreadable answer, or with a component left out, may hide an under-categorization and counts against the upper bound.
    /// Abstaining is not too low, since a person must then decide; a case in which every repeat abstains says nothing about this model and is not counted.
    /// </summary>
    private static Finding UnderCategorization(AcceptanceCriterion criterion, ScoredRun run)
    {
        static bool Under(TrialScore? score) => score?.UnderCategorized == true;
        static bool Abstains(TrialScore? score) => score?.Verdict == ScoreVerdict.Undecided;
        static bool MayHide(TrialScore? score) => score is null || !score.SchemaConforms || score is { MissingComponents: > 0, Verdict: not ScoreVerdict.Undecided };
        var all = run.Select(CaseTask.Categorization, criterion.Stratum).ToList();
        var cases = all.Where(testCase => !run.Of(testCase.Id, ModelRole.Candidate).All(Abstains)).ToList();
        var baseline = Bracket.Count(run, all, ModelRole.Baseline, Under);
        var seen = Bracket.Count(run, cases, ModelRole.Candidate, Under);
        var possible = Bracket.Count(run, cases, ModelRole.Candidate, score => Under(score) || MayHide(score));
        var abstained = Bracket.Count(run, all, ModelRole.Candidate, Abstains).Any;
        double? share = baseline.N == 0 ? null : (double)baseline.Any / baseline.N;
        var finding = AttributeCriterion.NoneSeen(criterion, seen, possible, share);
        return abstained == 0 ? finding
            : finding with { Reason = string.Create(CultureInfo.InvariantCulture, $"{finding.Reason}; in {abstained} cases it abstained at least once, which is no category") };
    }

    private static Finding Agreement(AcceptanceCriterion criterion, ScoredRun run)
    {
        var concordance = Concordance.Of(run, run.Select(CaseTask.Categorization, criterion.Stratum), criterion.Tolerance);
        var conforming = concordance.Agreeing + concordance.Improved.Count;
        var improved = concordance.Improved.Count == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", {concordance.Improved.Count} of them improved");
        return AttributeCriterion.AtLeast(criterion, new Bracket(conforming, conforming, concordance.N), concordance.BaselineToItself, $"cases in agreement with the baseline{improved}");
    }

    private static Finding Reproducibility(AcceptanceCriterion criterion, ScoredRun run)
    {
        var cases = run.Select(CaseTask.Categorization, criterion.Stratum).ToList();
        if (run.Repeats < 2)
        {
            return AttributeCriterion.NothingCounted(criterion) with { Reason = "one repeat says nothing about reproducibility" };
        }

        Bracket Same(ModelRole role)
        {
            var same = cases.Count(testCase => Repeatability.IsSame(run.Of(testCase.Id, role)));
            return new Bracket(same, same, cases.Count);
        }

        return AttributeCriterion.AtLeast(criterion, Same(ModelRole.Candidate), Share(Same(ModelRole.Baseline)), "cases with the same category in every repeat");
    }

    private static Finding SchemaConformance(AcceptanceCriterion criterion, ScoredRun run, string every)
    {
        var cases = run.Cases.Where(entry => ScoredRun.Carries(entry.Case, criterion.Stratum)).Select(entry => entry.Case).ToList();
        static bool Conforms(TrialScore? score) => score?.SchemaConforms == true;
        return AttributeCriterion.AtLeast(criterion, Bracket.Count(run, cases, ModelRole.Candidate, Conforms),
            Share(Bracket.Count(run, cases, ModelRole.Baseline, Conforms)), $"cases readable {every}");
    }

    private static Finding Coverage(AcceptanceCriterion criterion, ScoredRun run, string every)
    {
        var cases = run.Select(CaseTask.OqGeneration, criterion.Stratum).ToList();
        static bool Covered(TrialScore? score) => score?.Coverage >= 1;
        return AttributeCriterion.Gate(criterion, Bracket.Count(run, cases, ModelRole.Candidate, Covered),
            Share(Bracket.Count(run, cases, ModelRole.Baseline, Covered)), $"cases with every requirement covered {every}");
    }

    /// <summary>A difference is no error until an expert has judged it so: open ones count against the candidate in the lower bound alone.</summary>
    private static Finding CriticalTokens(AcceptanceCriterion criterion, ScoredRun run)
    {
        var likeness = run.Select(CaseTask.OqGeneration, criterion.Stratum).Select(testCase => run.Likeness.GetValueOrDefault(testCase.Id)).ToList();
        static bool Compared(SuiteLikeness? entry) => entry is { AllReadable: true, CandidateSteps.Matched: > 0 };
        var counts = likeness.Select(entry => (Compared: Compared(entry), Found: DispositionCounts.Of(entry?.Differences ?? []))).ToList();
        var clear = counts.Count(entry => entry.Compared && entry.Found is { Open: 0, NotAcceptable: 0 });
        var possible = counts.Count(entry => entry.Compared && entry.Found.NotAcceptable == 0);
        double? self = run.Repeats < 2 || likeness.Count == 0 ? null : (double)likeness.Count(entry => entry is { BaselineSteps.Differing: 0 }) / likeness.Count;
        const string what = "cases without a critical difference to the baseline, or with acceptable ones alone";
        var finding = criterion.Method == CriterionMethod.Gate
            ? AttributeCriterion.Gate(criterion, new Bracket(clear, clear, likeness.Count), self, what)
            : AttributeCriterion.AtLeast(criterion, new Bracket(clear, possible, likeness.Count), self, what);
        var total = DispositionCounts.Of(likeness.SelectMany(entry => entry?.Differences ?? []));
        if (criterion.Method == CriterionMethod.Gate && finding.Verdict == Verdict.NoGo && total.NotAcceptable == 0)
        {
            finding = finding with { Verdict = Verdict.Undecided };
        }

        var unread = counts.Count(entry => !entry.Compared);
        return finding with
        {
            Reason = finding.Reason
                + (total.NotAcceptable == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"; {total.NotAcceptable} differences judged not acceptable"))
                + (total.Open == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"; {total.Open} of {total.Total} differences await an expert's disposition"))
                + (unread == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"; {unread} cases without suites that could be compared")),
        };
    }

    private static Finding Latency(AcceptanceCriterion criterion, ScoredRun run)
    {
        Bracket Fast(ModelRole role) => CountCalls(criterion, run, role, call => call.Answered && call.Latency.TotalSeconds < criterion.Seconds);
        return AttributeCriterion.AtLeast(criterion, Fast(ModelRole.Candidate), Share(Fast(ModelRole.Baseline)),
            string.Create(CultureInfo.InvariantCulture, $"calls answered in less than {criterion.Seconds} s"));
    }

    private static Finding ErrorRate(AcceptanceCriterion criterion, ScoredRun run)
    {
        Bracket Failed(ModelRole role) => CountCalls(criterion, run, role, call => !call.Answered);
        return AttributeCriterion.AtMost(criterion, Failed(ModelRole.Candidate), Share(Failed(ModelRole.Baseline)), "calls failed");
    }

    private static Bracket CountCalls(AcceptanceCriterion criterion, ScoredRun run, ModelRole role, Func<CallFact, bool> attribute)
    {
        var cases = criterion.Stratum.Count == 0 ? null
            : run.Cases.Where(entry => ScoredRun.Carries(entry.Case, criterion.Stratum)).Select(entry => entry.Case.Id).ToHashSet(StringComparer.Ordinal);
        var calls = run.Calls.Where(call => call.Role == role && cases?.Contains(call.CaseId) != false).ToList();
        var with = calls.Count(attribute);
        return new Bracket(with, with, calls.Count);
    }

    private static double? Share(Bracket count) => count.N == 0 ? null : (double)count.All / count.N;
}
