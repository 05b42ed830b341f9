using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Documents;

/// <summary>Definitions of metrics and formulas of methods in plain text, as the code computes them.</summary>
internal static class MethodWords
{
    /// <summary>Why single calls may be bounded by counts of cases.</summary>
    public const string Bracket =
        "Where cases are counted and an attribute can differ between repeats: all = cases with it in every repeat, any = cases with it in at "
            + "least one, n = cases. Since "
            + "P(all) ≤ P(one call) ≤ P(any), L is computed from all and U from any, whatever the dependence between the repeats of a case.";

    public const string BracketSource = "inequality of nested events; no assumption about repeats";

    /// <summary>What is counted.</summary>
    public static string Definition(CriterionKind kind) => kind switch
    {
        CriterionKind.Accuracy => "Categorization cases with an acceptable category in every repeat; a hybrid also needs every part with its own "
            + "category.",
        CriterionKind.UnderCategorization => "Categorization cases with a category, of the system or of a part, below every acceptable one in at "
            + "least one repeat. One is NO-GO. Answers "
            + "that may hide one (unreadable, or a part left out) count in the upper bound; cases in which every repeat abstains do not count.",
        CriterionKind.NonInferiority => "Difference d = (g - l) / n over categorization cases right in every repeat: g gained by the candidate, l "
            + "lost, n cases.",
        CriterionKind.AgreementWithBaseline => "Categorization cases with the baseline's category (that of most repeats) and, where a tolerance "
            + "is set, mean confidences that differ by less; "
            + "cases that only the candidate has right conform as well.",
        CriterionKind.Reproducibility => "Categorization cases with a readable answer and the same decision, parts included, in every repeat.",
        CriterionKind.Confidence => "Mean over categorization cases of the candidate's mean stated confidence minus the baseline's. Guard: cases "
            + "that differ by more than twice the limit, or state none.",
        CriterionKind.SchemaConformance => "Cases of both tasks whose reply is readable and of the structure asked for in every repeat, without "
            + "any repair.",
        CriterionKind.RequirementCoverage => "OQ cases in which a complete test names every requirement of the document in every repeat; "
            + "recomputed from the tests.",
        CriterionKind.StructureConformance => "OQ cases in which, in every repeat, the share of complete tests reaches the case limit. Complete: "
            + "id of its own, title, requirement, steps numbered "
            + "from 1 with action and expected result, acceptance criterion.",
        CriterionKind.ExpectedElements => "OQ cases in which, in every repeat, the share of listed checks whose terms occur in a test of their "
            + "requirement reaches the case limit.",
        CriterionKind.SuiteSimilarity => "Ratio of mean S(candidate, baseline) to mean S(baseline, baseline) over OQ cases. S = 2 Σ s / (|A| + "
            + "|B|): each step paired with its best counterpart, used "
            + "once; s = mean Dice similarity of the words of action and expected result, 0 below one half.",
        CriterionKind.CriticalTokens => "OQ cases in which no pair of matched steps differs in a number, comparator, negation or opposite word, "
            + "or an expert has judged every difference acceptable.",
        CriterionKind.Latency => "Calls answered in less than the stated seconds; a failed call counts as slower.",
        _ => "Calls that failed at the endpoint; each attempt counts.",
    };

    /// <summary>Formula of a method. C is the confidence of the criterion.</summary>
    public static string Formula(CriterionMethod method) => method switch
    {
        CriterionMethod.ClopperPearson => "x of n: L = B⁻¹(1 - C; x, n - x + 1), U = B⁻¹(C; x + 1, n - x), B⁻¹ the quantile of the beta distribution",
        CriterionMethod.Tango => "d = (g - l) / n. With D the assumed difference, A = 2n, B = (2n - g + l) D - g - l, K = -l D (1 - D), q = (√(B² "
            + "- 4 A K) - B) / (2 A): the limits "
            + "solve T(D) = (g - l - n D) / √(n (2 q + D (1 - D))) = ± z, z the normal quantile of C",
        CriterionMethod.CeilingRatio => "r = mean x / mean y, x = S(candidate, baseline), y = S(baseline, baseline); one-sided limits from (mean "
            + "x - r mean y)² = t² (Sxx - 2 r Sxy + r² Syy) / n, "
            + "t the quantile of Student's distribution for C and n - 1",
        CriterionMethod.Equivalence => "Two one-sided t tests of the mean difference: mean ± t(C; n - 1) s / √n; guard: exact upper bound of the "
            + "share of cases with a large difference",
        _ => "none: every case counts as it is",
    };

    /// <summary>How a verdict follows.</summary>
    public static string Rule(CriterionMethod method) => method switch
    {
        CriterionMethod.ClopperPearson => "At least the limit p: GO where L ≥ p, NO-GO where U < p. At most p: GO where U ≤ p, NO-GO where L > p. "
            + "Else UNDECIDED. Under-categorization: NO-GO where one "
            + "is seen, else GO where U ≤ p",
        CriterionMethod.Tango => "GO where the lower limit is above minus the margin, NO-GO where the upper limit is below it, else UNDECIDED",
        CriterionMethod.CeilingRatio => "GO where the lower limit is above the limit, NO-GO where the upper one is below it, else UNDECIDED; also "
            + $"below {Number(SimilarityCriterion.FewestCases)} cases, or where mean y is below the least self-similarity. A case without yardstick "
            + "counts as x = 0 and y = 1 for GO",
        CriterionMethod.Equivalence => "GO where the interval lies strictly within ± the limit and the guard does not exceed its own limit, NO-GO "
            + $"where the interval lies wholly outside, else, and below {Number(ConfidenceCriterion.FewestCases)} cases, UNDECIDED",
        _ => "GO where every case counts as passed, NO-GO where one does not. Differences that no expert has judged yet leave a gate on critical "
            + "tokens UNDECIDED",
    };

    /// <summary>Where a method comes from.</summary>
    public static string Source(CriterionMethod method) => method switch
    {
        CriterionMethod.ClopperPearson => "Clopper and Pearson 1934, Biometrika 26:404",
        CriterionMethod.Tango => "Tango 1998, Statistics in Medicine 17:891",
        CriterionMethod.CeilingRatio => "Fieller 1954, bounds of a ratio of means",
        CriterionMethod.Equivalence => "Schuirmann 1987, two one-sided tests",
        _ => "rule of the plan; no estimate",
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
