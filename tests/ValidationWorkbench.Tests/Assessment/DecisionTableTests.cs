using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Counts that a look at the observed rate would judge otherwise; bounds from R binom.test and the score interval of Tango.</summary>
public sealed class DecisionTableTests
{
    [Theory]
    [InlineData(95, 100, Verdict.Undecided, 0.897746622356726, 0.980094436337828)]
    [InlineData(98, 100, Verdict.Undecided, 0.938380799603959, 0.996434847396743)]
    [InlineData(99, 100, Verdict.Go, 0.953440188546461, 0.999487198583738)]
    [InlineData(88, 100, Verdict.NoGo, 0.812833890221144, 0.929278162427771)]
    [InlineData(59, 59, Verdict.Go, 0.950492390111773, 1d)]
    [InlineData(58, 58, Verdict.Undecided, 0.94966066166958, 1d)]
    [InlineData(290, 300, Verdict.Undecided, 0.944115259485441, 0.981806160922367)]
    [InlineData(292, 300, Verdict.Go, null, null)]
    [InlineData(291, 300, Verdict.Undecided, null, null)]
    [InlineData(0, 1, Verdict.Undecided, 0d, 0.95)]
    [InlineData(0, 2, Verdict.NoGo, 0d, 0.776393202250021)]
    public void Ninety_five_per_cent_accuracy_is_decided_by_a_bound(int right, int n, Verdict verdict, double? lower, double? upper)
    {
        var finding = CriterionAssessor.Assess(Make.Criterion(CriterionKind.Accuracy, 0.95), Make.Run((right, "R", "R"), (n - right, "R", "W")));
        Assert.Equal((verdict, n, (double)right / n), (finding.Verdict, finding.N, finding.Observed!.Value));
        Assert.Equal(lower ?? finding.Lower!.Value, finding.Lower!.Value, 1e-10);
        Assert.Equal(upper ?? finding.Upper!.Value, finding.Upper!.Value, 1e-10);
    }

    [Theory]
    [InlineData(2, 5, 120, Verdict.Undecided, -0.0798256286364233, 0.0230211965748425)]
    [InlineData(6, 9, 300, Verdict.Go, -0.0387638789732339, 0.0170921783673857)]
    [InlineData(0, 0, 60, Verdict.Undecided, -0.0601718521420898, 0.0601718521420898)]
    [InlineData(0, 0, 72, Verdict.Undecided, null, null)]
    [InlineData(0, 0, 73, Verdict.Go, -0.0499920079557311, 0.0499920079557311)]
    [InlineData(0, 10, 10, Verdict.NoGo, -1d, -0.444934400274222)]
    [InlineData(20, 40, 160, Verdict.Undecided, -0.218064244166825, -0.0308645331330867)]
    public void A_margin_of_five_points_is_decided_by_a_limit(int gains, int losses, int n, Verdict verdict, double? lower, double? upper)
    {
        var run = Make.Run((gains, "W", "R"), (losses, "R", "W"), (n - gains - losses, "R", "R"));
        var finding = CriterionAssessor.Assess(Make.Criterion(CriterionKind.NonInferiority, 0.05, 0.975), run);
        Assert.Equal((verdict, n, (double)(gains - losses) / n), (finding.Verdict, finding.N, finding.Observed!.Value));
        Assert.Equal(lower ?? finding.Lower!.Value, finding.Lower!.Value, 1e-8);
        Assert.Equal(upper ?? finding.Upper!.Value, finding.Upper!.Value, 1e-8);
    }
}
