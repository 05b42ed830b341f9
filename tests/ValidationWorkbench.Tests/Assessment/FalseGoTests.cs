using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>
/// How often a model that is exactly on the limit gets a GO: calculated exactly, and simulated through the engine, from scores to verdict, with a fixed seed, so
/// that the calculation cannot be wrong in the same way. Repeats of a case resemble each other in one of two ways: by a beta-binomial distribution, or because a share of the cases is answered the
/// same in every repeat. Both have the correlation given.
/// </summary>
public sealed class FalseGoTests
{
    private const double Limit = 0.95;
    private const int Repeats = 3;
    private const int Studies = 10_000;

    /// <summary>Cases, correlation of repeats within a case, beta-binomial or not.</summary>
    public static TheoryData<int, double, bool> Settings
    {
        get
        {
            var data = new TheoryData<int, double, bool>();
            foreach (var cases in new[] { 60, 100, 200 })
            {
                data.Add(cases, 0.5, true);
                data.Add(cases, 0.5, false);
                data.Add(cases, 0.8, true);
                data.Add(cases, 0.8, false);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Cases_right_in_every_repeat_let_a_model_on_the_limit_through_in_5_percent_at_most(int cases, double correlation, bool betaBinomial)
    {
        var right = RightRepeats(correlation, betaBinomial);
        var exact = ProportionPower.Power(cases, Limit, 0.95, right[Repeats]);
        var simulated = Simulate(cases, correlation, betaBinomial, (all, _) => IsGo(Accuracy, Run((all, "RRR", "RRR"), (cases - all, "RRR", "RRW"))));

        Assert.Equal(Limit, Enumerable.Range(0, Repeats + 1).Sum(count => right[count] * count / Repeats), 1e-12);
        Assert.InRange(exact, 0, 0.05);
        AssertSame(exact, simulated);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Pooled_calls_let_it_through_more_often_than_5_percent(int cases, double correlation, bool betaBinomial)
    {
        var exact = PooledFalseGo(cases, RightRepeats(correlation, betaBinomial));
        var simulated = Simulate(cases, correlation, betaBinomial, (_, calls) => BinomialBound.Lower(calls, cases * Repeats, 0.95) >= Limit);

        Assert.InRange(exact, 0.07, 1);
        AssertSame(exact, simulated);
    }

    [Theory]
    [InlineData(100, 0.05)]
    [InlineData(100, 0.06)]
    [InlineData(100, 0.1)]
    [InlineData(100, 0.2)]
    [InlineData(200, 0.05)]
    [InlineData(200, 0.08)]
    [InlineData(200, 0.2)]
    [InlineData(300, 0.05)]
    [InlineData(300, 0.06)]
    [InlineData(300, 0.1)]
    [InlineData(300, 0.3)]
    public void A_candidate_worse_by_the_margin_is_called_non_inferior_in_3_6_percent_at_most(int n, double discordant)
    {
        const double margin = 0.05;
        var exact = new TangoPower(n, margin, 0.025).Of(discordant, -margin);
        var simulated = SimulatePairs(n, discordant, -margin, (gains, losses) => IsGo(
            NonInferiority, Run((gains, "RRW", "RRR"), (losses, "RRR", "WRR"), (n - gains - losses, "RRR", "RRR"))));
        var naive = SimulatePairs(n, discordant, -margin, (gains, losses) => 20 * (losses - gains) <= n);

        Assert.InRange(exact, 0, 0.036);
        AssertSame(exact, simulated);
        Assert.InRange(naive, 0.4, 1);
    }

    [Fact]
    public void One_sided_5_percent_would_let_it_through_in_nearly_7()
    {
        var worst = Enumerable.Range(0, 20).Max(i => new TangoPower(52, 0.05, 0.05).Of(0.05 + (i * 0.005), -0.05));
        Assert.InRange(worst, 0.065, 0.071);
    }

    private static readonly AcceptanceCriterion Accuracy = Make.Criterion(CriterionKind.Accuracy, Limit);
    private static readonly AcceptanceCriterion NonInferiority = Make.Criterion(CriterionKind.NonInferiority, 0.05, 0.975);

    private static ScoredRun Run(params (int Count, string Baseline, string Candidate)[] groups) => Make.Run(groups);

    private static bool IsGo(AcceptanceCriterion criterion, ScoredRun run) => CriterionAssessor.Assess(criterion, run).Verdict == Verdict.Go;

    /// <summary>Probability of each number of right repeats of a case.</summary>
    private static double[] RightRepeats(double correlation, bool betaBinomial)
    {
        if (!betaBinomial)
        {
            var same = new[] { 1 - Limit, 0, 0, Limit };
            return [.. Enumerable.Range(0, Repeats + 1).Select(count => (correlation * same[count]) + ((1 - correlation) * BinomialDistribution.Mass(count, Repeats, Limit)))];
        }

        // Each repeat is drawn as from an urn in which every answer so far has left one of its kind.
        var size = (1 / correlation) - 1;
        var right = new double[Repeats + 1];
        for (var pattern = 0; pattern < 1 << Repeats; pattern++)
        {
            var (probability, count) = (1.0, 0);
            for (var repeat = 0; repeat < Repeats; repeat++)
            {
                var next = ((Limit * size) + count) / (size + repeat);
                var isRight = (pattern >> repeat & 1) == 1;
                probability *= isRight ? next : 1 - next;
                count += isRight ? 1 : 0;
            }

            right[count] += probability;
        }

        return right;
    }

    private static double PooledFalseGo(int cases, double[] right)
    {
        double[] calls = [1];
        for (var i = 0; i < cases; i++)
        {
            var next = new double[calls.Length + Repeats];
            for (var sum = 0; sum < calls.Length; sum++)
            {
                for (var count = 0; count <= Repeats; count++)
                {
                    next[sum + count] += calls[sum] * right[count];
                }
            }

            calls = next;
        }

        return calls.Skip(ProportionPower.SmallestCount(cases * Repeats, Limit, 0.95)!.Value).Sum();
    }

    /// <summary>Share of simulated studies that pass, by cases right in every repeat and right calls.</summary>
    private static double Simulate(int cases, double correlation, bool betaBinomial, Func<int, int, bool> passes)
    {
        var random = new SplitMix64((ulong)cases);
        var size = (1 / correlation) - 1;
        var seen = new Dictionary<(int, int), bool>();
        var passed = 0;
        for (var study = 0; study < Studies; study++)
        {
            int all = 0, calls = 0;
            for (var i = 0; i < cases; i++)
            {
                var count = 0;
                if (!betaBinomial && Draw(random) < correlation)
                {
                    count = Draw(random) < Limit ? Repeats : 0;
                }
                else
                {
                    for (var repeat = 0; repeat < Repeats; repeat++)
                    {
                        count += Draw(random) < (betaBinomial ? ((Limit * size) + count) / (size + repeat) : Limit) ? 1 : 0;
                    }
                }

                all += count == Repeats ? 1 : 0;
                calls += count;
            }

            passed += Remember(seen, (all, calls), passes) ? 1 : 0;
        }

        return (double)passed / Studies;
    }

    private static double SimulatePairs(int n, double discordant, double difference, Func<int, int, bool> passes)
    {
        var random = new SplitMix64((ulong)n);
        var gain = (discordant + difference) / 2;
        var seen = new Dictionary<(int, int), bool>();
        var passed = 0;
        for (var study = 0; study < Studies; study++)
        {
            int gains = 0, losses = 0;
            for (var i = 0; i < n; i++)
            {
                var draw = Draw(random);
                gains += draw < gain ? 1 : 0;
                losses += draw >= gain && draw < discordant ? 1 : 0;
            }

            passed += Remember(seen, (gains, losses), passes) ? 1 : 0;
        }

        return (double)passed / Studies;
    }

    private static bool Remember(Dictionary<(int, int), bool> seen, (int, int) counts, Func<int, int, bool> passes)
    {
        if (!seen.TryGetValue(counts, out var known))
        {
            seen[counts] = known = passes(counts.Item1, counts.Item2);
        }

        return known;
    }

    /// <summary>A number in [0,1) of 53 random bits.</summary>
    private static double Draw(SplitMix64 random) => (random.Next() >> 11) * Math.ScaleB(1, -53);

    /// <summary>The simulated share lies within four standard errors of the exact one.</summary>
    private static void AssertSame(double exact, double simulated) => Assert.InRange(simulated, exact - (4 * Error(exact)), exact + (4 * Error(exact)));

    private static double Error(double probability) => Math.Sqrt(Math.Max(probability, 1.0 / Studies) / Studies);
}
