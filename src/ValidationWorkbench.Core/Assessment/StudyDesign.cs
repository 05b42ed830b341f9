using System.Globalization;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Assessment;

/// <summary>What a plan can show with its cases and repeats, computed before any call is made.</summary>
/// <param name="Rows">One row for each criterion, in the plan's order.</param>
public sealed record StudyDesign(IReadOnlyList<CriterionDesign> Rows)
{
    // Shares of the way from the limit to the perfect value at which the power is shown: 95 % gives 97.5 % and 99 %.
    private const double Halfway = 0.5;
    private const double FarWay = 0.8;

    // For a paired comparison of models that are equally good, shares of cases in which just one of them is right.
    private static readonly double[] DiscordantShares = [0.04, 0.02];

    // For a mean of differences, standard deviations as shares of what would be too much.
    private static readonly double[] Spreads = [1, 0.5];

    // For a gate, shares of cases that would pass it.
    private static readonly double[] GateShares = [0.99, 0.999];

    /// <summary>Criteria that would tell nothing, one line each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Criteria that can never be GO with these counts, one line each.</summary>
    public IReadOnlyList<string> Impossibilities => [.. Rows.Where(row => !row.CanBeGo).Select(row => row.Impossibility)];

    /// <summary>
    /// Probability that every criterion with a known power is GO at its better assumed value: where they are independent, and at least, whatever
    /// their dependence (Bonferroni). Null where no power is known.
    /// </summary>
    public (double Independent, double AtLeast)? AllGo
    {
        get
        {
            var powers = Rows.Where(row => row.Powers.Count > 0 || !row.CanBeGo).Select(row => row.CanBeGo ? row.Powers[^1].Power : 0).ToList();
            return (Multiplicity.AllPassIfIndependent(powers), Multiplicity.AllPassAtLeast(powers)) is ({ } independent, { } atLeast) ? (independent, atLeast) : null;
        }
    }

    /// <summary>The design of a plan.</summary>
    /// <param name="criteria">Criteria of the plan.</param>
    /// <param name="cases">All cases with their tasks.</param>
    /// <param name="repeats">Repeats of each case and model.</param>
    public static StudyDesign Of(IReadOnlyList<AcceptanceCriterion> criteria, IReadOnlyList<(CaseTask Task, TestCase Case)> cases, int repeats)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(cases);
        return new StudyDesign([.. criteria.Select(criterion => Design(criterion, Count(criterion, cases, repeats), repeats))])
        {
            Remarks = TrivialAnswer.Remarks(criteria, cases),
        };
    }

    /// <summary>True where a case of the right task falls under a kind: a case that lists no must-have check cannot show that they are met.</summary>
    public static bool IsCounted(CriterionKind kind, TestCase testCase)
    {
        ArgumentNullException.ThrowIfNull(testCase);
        return kind != CriterionKind.ExpectedElements || testCase.MustHave.Count > 0;
    }

    private static int Count(AcceptanceCriterion criterion, IReadOnlyList<(CaseTask Task, TestCase Case)> cases, int repeats)
    {
        var task = TaskOf(criterion.Kind);
        var count = cases.Count(entry => (task is null || entry.Task == task) && ScoredRun.Carries(entry.Case, criterion.Stratum) && IsCounted(criterion.Kind, entry.Case));
        return criterion.Unit == CriterionUnit.Call ? count * repeats : count;
    }

    /// <summary>The task whose cases a kind counts; null for cases of every task.</summary>
    internal static CaseTask? TaskOf(CriterionKind kind) => kind switch
    {
        CriterionKind.SchemaConformance or CriterionKind.Latency or CriterionKind.ErrorRate => null,
        CriterionKind.RequirementCoverage or CriterionKind.StructureConformance or CriterionKind.ExpectedElements or CriterionKind.SuiteSimilarity or CriterionKind.CriticalTokens => CaseTask.OqGeneration,
        _ => CaseTask.Categorization,
    };

    private static CriterionDesign Design(AcceptanceCriterion criterion, int n, int repeats) => criterion switch
    {
        { Kind: CriterionKind.Reproducibility or CriterionKind.SuiteSimilarity } when repeats < 2 => new CriterionDesign(criterion, n, null, []),
        { Method: CriterionMethod.Tango } => Paired(criterion, n),
        { Method: CriterionMethod.CeilingRatio } => Similarity(criterion, n),
        { Method: CriterionMethod.Equivalence } => Equivalence(criterion, n),
        { Method: CriterionMethod.Gate } => new CriterionDesign(
            criterion, n, 1, [.. GateShares.Select(share => new AssumedPower($"{Figures.Setting(share)} pass", n == 0 ? 0 : Math.Pow(share, n)))]),
        { Kind: CriterionKind.UnderCategorization } => NoneTolerated(criterion, n),
        { Kind: CriterionKind.ErrorRate } => Share(criterion, n, 1 - criterion.Limit, "have it"),
        _ => Share(criterion, n, criterion.Limit, null),
    };

    /// <summary>A share that must be shown to reach the least one; for a greatest share, that of the complement.</summary>
    private static CriterionDesign Share(AcceptanceCriterion criterion, int n, double least, string? complement)
    {
        AssumedPower Power(double way)
        {
            var share = least + (way * (1 - least));
            var words = complement is null ? Figures.Setting(share) : Figures.Setting(1 - share);
            return new AssumedPower(words, ProportionPower.Power(n, least, criterion.Confidence, share));
        }

        return new CriterionDesign(criterion, n, LeastCases(least, criterion.Confidence), [Power(Halfway), Power(FarWay)]);
    }

    /// <summary>None may occur, so GO needs both a bound within the limit and luck.</summary>
    private static CriterionDesign NoneTolerated(AcceptanceCriterion criterion, int n)
    {
        var smallest = LeastCases(1 - criterion.Limit, criterion.Confidence);
        AssumedPower Power(double share) => new(Figures.Setting(share), n < smallest ? 0 : Math.Pow(1 - share, n));
        return new CriterionDesign(criterion, n, smallest, [Power(criterion.Limit / 10), Power(criterion.Limit / 100)]);
    }

    private static CriterionDesign Paired(AcceptanceCriterion criterion, int n)
    {
        var power = new TangoPower(n, criterion.Limit, 1 - criterion.Confidence);
        return new CriterionDesign(
            criterion, n, TangoPower.SmallestConcordant(criterion.Limit, 1 - criterion.Confidence),
            [.. DiscordantShares.Select(share => new AssumedPower($"±0, {Figures.Setting(share)} differ", n == 0 ? 0 : power.Of(share, 0)))]);
    }

    /// <summary>
    /// A candidate halfway between the limit and the ceiling, for the least self-similarity that can decide; its surplus spreads over the cases by as much as
    /// the candidate lacks to the ceiling, or by half of that.
    /// </summary>
    private static CriterionDesign Similarity(AcceptanceCriterion criterion, int n)
    {
        var ceiling = criterion.LeastSelfSimilarity!.Value;
        var share = criterion.Limit + (Halfway * (1 - criterion.Limit));
        AssumedPower Power(double spread)
        {
            var deviation = spread * (1 - criterion.Limit) * ceiling;
            var power = n < SimilarityCriterion.FewestCases ? 0 : MeanPower.Above(n, (share - criterion.Limit) * ceiling, deviation, criterion.Confidence);
            return new AssumedPower(string.Create(CultureInfo.InvariantCulture, $"{Figures.Setting(share)}, SD {deviation:0.###}"), power);
        }

        return new CriterionDesign(criterion, n, SimilarityCriterion.FewestCases, [.. Spreads.Select(Power)]);
    }

    /// <summary>
    /// Models that state the same confidence on average; the differences of single cases spread normally by as much as the limit, or by half of it. At
    /// least the sum of the chances that the interval fits and that large differences are shown to be rare, less 1 (Bonferroni).
    /// </summary>
    private static CriterionDesign Equivalence(AcceptanceCriterion criterion, int n)
    {
        var largest = criterion.MaxLargeShare!.Value;
        var smallest = Math.Max(ConfidenceCriterion.FewestCases, LeastCases(1 - largest, criterion.Confidence));
        AssumedPower Power(double spread)
        {
            var deviation = spread * criterion.Limit;
            var small = 1 - NormalDistribution.TwoSided(2 * criterion.Limit / deviation);
            var power = n < smallest ? 0 : MeanPower.Within(n, criterion.Limit, 0, deviation, criterion.Confidence)
                + ProportionPower.Power(n, 1 - largest, criterion.Confidence, small) - 1;
            return new AssumedPower(string.Create(CultureInfo.InvariantCulture, $"±0, SD {deviation:0.###}"), Math.Max(0, power));
        }

        return new CriterionDesign(criterion, n, smallest, [.. Spreads.Select(Power)]);
    }

    /// <summary>Least number of cases without a failure that shows the share; limits are checked to allow one.</summary>
    private static int LeastCases(double share, double confidence) =>
        SuccessRun.CasesNeeded(confidence, share) ?? throw new ArgumentOutOfRangeException(nameof(share), share, "A share below 1 is needed.");
}
