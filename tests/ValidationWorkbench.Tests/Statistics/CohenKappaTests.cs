using ValidationWorkbench.Statistics;
using Xunit;

namespace ValidationWorkbench.Tests.Statistics;

public sealed class CohenKappaTests
{
    private static readonly int[][] Ordered = [[11, 6, 2, 0], [4, 20, 3, 1], [1, 5, 14, 4], [0, 2, 3, 24]];

    public static TheoryData<KappaWeights> AllWeights => [KappaWeights.Unweighted, KappaWeights.Linear, KappaWeights.Quadratic];

    [Fact]
    public void A_textbook_table_gives_its_textbook_kappa()
    {
        // po = 35/50, pe = .5 x .6 + .5 x .4 = .5
        var kappa = Kappa([[20, 5], [10, 15]], KappaWeights.Unweighted);

        Assert.Equal(0.4, kappa.Value!.Value, 1e-12);
        Assert.Equal(EstimateStatus.Ok, kappa.Status);
    }

    // R vcd::Kappa
    [Theory]
    [InlineData(KappaWeights.Unweighted, 0.58125084425233, 0.0619574519870885)]
    [InlineData(KappaWeights.Linear, 0.691769410196601, 0.051396918016113)]
    [InlineData(KappaWeights.Quadratic, 0.789120330521604, 0.0454161536883537)]
    public void Weights_and_standard_errors_are_those_of_r(KappaWeights weights, double value, double error)
    {
        var kappa = Kappa(Ordered, weights);

        Assert.Equal(value, kappa.Value!.Value, 1e-10);
        Assert.Equal(error, kappa.StandardError!.Value, 1e-10);
        Assert.Equal(value - (1.95996398454005 * error), kappa.Lower!.Value, 1e-10);
    }

    [Theory]
    [MemberData(nameof(AllWeights))]
    public void Raters_may_be_swapped(KappaWeights weights)
    {
        var draws = new Draws(11);
        for (var i = 0; i < 20; i++)
        {
            var table = Table(draws);
            AssertSame(Kappa(table, weights), Kappa([.. Enumerable.Range(0, 3).Select(j => table.Select(row => row[j]).ToArray())], weights));
        }
    }

    [Theory]
    [MemberData(nameof(AllWeights))]
    public void The_scale_may_be_read_backwards(KappaWeights weights)
    {
        var draws = new Draws(12);
        for (var i = 0; i < 20; i++)
        {
            var table = Table(draws);
            AssertSame(Kappa(table, weights), Kappa([.. table.Reverse().Select(row => row.Reverse().ToArray())], weights));
        }
    }

    [Fact]
    public void Without_weights_categories_may_be_renamed() =>
        AssertSame(Kappa(Ordered, KappaWeights.Unweighted), Kappa([.. new[] { 2, 0, 3, 1 }.Select(i => new[] { 2, 0, 3, 1 }.Select(j => Ordered[i][j]).ToArray())], KappaWeights.Unweighted));

    [Fact]
    public void Two_categories_know_no_order()
    {
        var unweighted = Kappa([[118, 5], [2, 0]], KappaWeights.Unweighted);

        Assert.Equal(-0.0233918128654961, unweighted.Value!.Value, 1e-12);
        AssertSame(unweighted, Kappa([[118, 5], [2, 0]], KappaWeights.Linear));
        AssertSame(unweighted, Kappa([[118, 5], [2, 0]], KappaWeights.Quadratic));
    }

    [Theory]
    [MemberData(nameof(AllWeights))]
    public void Full_agreement_is_1_without_an_interval_to_speak_of(KappaWeights weights) =>
        Assert.Equal(new AgreementCoefficient(1, 0, 1, 1, EstimateStatus.Degenerate), Kappa([[7, 0, 0], [0, 5, 0], [0, 0, 1]], weights));

    [Fact]
    public void Full_disagreement_is_minus_1() =>
        Assert.Equal(new AgreementCoefficient(-1, 0, -1, -1, EstimateStatus.Degenerate), Kappa([[0, 25], [25, 0]], KappaWeights.Unweighted));

    [Fact]
    public void One_category_alone_leaves_kappa_undefined() => Assert.Same(AgreementCoefficient.Undefined, Kappa([[50, 0], [0, 0]], KappaWeights.Linear));

    [Fact]
    public void A_table_without_cases_is_none() => Assert.Null(AgreementTable.Of([[0, 0], [0, 0]]));

    [Fact]
    public void A_table_is_square_and_counts()
    {
        Assert.Throws<ArgumentException>(() => AgreementTable.Of([[1, 2]]));
        Assert.Throws<ArgumentException>(() => AgreementTable.Of([[1, -1], [0, 1]]));
    }

    private static AgreementCoefficient Kappa(int[][] table, KappaWeights weights) => CohenKappa.Of(AgreementTable.Of(table)!, weights, 0.95);

    private static int[][] Table(Draws draws) => [.. Enumerable.Range(0, 3).Select(_ => draws.Counts(3, 12).Select(count => count + 1).ToArray())];

    private static void AssertSame(AgreementCoefficient first, AgreementCoefficient second)
    {
        Assert.Equal(first.Value!.Value, second.Value!.Value, 1e-12);
        Assert.Equal(first.StandardError!.Value, second.StandardError!.Value, 1e-12);
        Assert.InRange(first.Value.Value, first.Lower!.Value, first.Upper!.Value);
        Assert.InRange(first.Upper.Value, -1, 1);
    }
}
