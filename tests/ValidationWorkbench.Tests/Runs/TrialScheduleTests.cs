using System.Globalization;
using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;
using Xunit;

namespace ValidationWorkbench.Tests.Runs;

/// <summary>The drawn order of the calls.</summary>
public sealed class TrialScheduleTests
{
    private static readonly string[] Cases = [.. Enumerable.Range(1, 40).Select(number => number.ToString("C-000", CultureInfo.InvariantCulture))];

    [Fact]
    public void Every_case_model_and_repeat_is_asked_exactly_once()
    {
        var expected = from id in Cases from role in Enum.GetValues<ModelRole>() from repeat in Enumerable.Range(1, 3) select new TrialKey(id, role, repeat);
        Assert.Equal(expected.Order(ByName), TrialSchedule.Draw(Cases, 3, 7).Order(ByName));
    }

    [Fact]
    public void Both_models_of_a_pair_stand_side_by_side() => Assert.All(TrialSchedule.Draw(Cases, 3, 7).Chunk(2), pair =>
    {
        Assert.Equal((pair[0].CaseId, pair[0].Repeat), (pair[1].CaseId, pair[1].Repeat));
        Assert.NotEqual(pair[0].Role, pair[1].Role);
    });

    [Fact]
    public void The_same_seed_gives_the_same_order() => Assert.Equal(TrialSchedule.Draw(Cases, 3, 42), TrialSchedule.Draw(Cases, 3, 42));

    [Fact]
    public void Another_seed_gives_another_order() => Assert.NotEqual(TrialSchedule.Draw(Cases, 3, 42), TrialSchedule.Draw(Cases, 3, 43));

    [Fact]
    public void A_negative_seed_is_a_seed_like_any_other() => Assert.Equal(240, TrialSchedule.Draw(Cases, 3, -1).Count);

    [Fact]
    public void Pairs_do_not_stay_in_the_order_of_the_cases() =>
        Assert.NotEqual(Cases, TrialSchedule.Draw(Cases, 1, 7).Where(key => key.Role == ModelRole.Baseline).Select(key => key.CaseId));

    [Fact]
    public void Each_model_is_asked_first_about_half_the_time()
    {
        // 600 pairs, each first by chance 1/2: 300 +- 5 standard deviations of sqrt(600)/2 = 12.2. The seed is fixed.
        var first = TrialSchedule.Draw(Cases, 15, 7).Chunk(2).Count(pair => pair[0].Role == ModelRole.Baseline);
        Assert.InRange(first, 240, 360);
    }

    [Fact]
    public void The_order_for_a_seed_is_fixed_for_ever()
    {
        // Fisher and Yates from the last pair down, then one draw per pair, worked through with a separate program for seed 1.
        var order = TrialSchedule.Draw(["a", "b", "c"], 1, 1);
        Assert.Equal(GoldenOrder, string.Join(' ', order));
    }

    [Fact]
    public void No_cases_give_no_calls() => Assert.Empty(TrialSchedule.Draw([], 3, 1));

    private const string GoldenOrder = "a/Candidate/1 a/Baseline/1 c/Baseline/1 c/Candidate/1 b/Baseline/1 b/Candidate/1";

    private static Comparer<TrialKey> ByName => Comparer<TrialKey>.Create((left, right) => string.CompareOrdinal(left.ToString(), right.ToString()));
}
