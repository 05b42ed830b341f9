using ValidationWorkbench.Cases;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Assessment;

/// <summary>
/// Candidate minus baseline on the same cases of one task, by three methods. For display: a criterion of non-inferiority alone decides, with its own
/// confidence and margin. That McNemar's test finds no difference is no equivalence.
/// </summary>
/// <param name="Task">Task of the cases.</param>
/// <param name="Tango">Difference of the shares of cases right in every repeat, in [-1,1], with limits of 97.5 % confidence each.</param>
/// <param name="Newcombe">The same difference with the limits by Newcombe.</param>
/// <param name="McNemar">P values for gains and losses being equally likely.</param>
public sealed record PairedFigures(CaseTask Task, IntervalEstimate Tango, IntervalEstimate Newcombe, McNemarTest McNemar)
{
    private const double DisplayConfidence = 0.975;

    /// <summary>The figures of a paired table; undefined without a case.</summary>
    public static PairedFigures Of(CaseTask task, Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        int gains = comparison.Improved.Count, losses = comparison.Regressed.Count;
        return new PairedFigures(
            task,
            TangoInterval.Estimate(gains, losses, comparison.N, DisplayConfidence),
            NewcombeInterval.Of(gains, losses, comparison.BothRight, comparison.BothWrong, DisplayConfidence),
            McNemarTest.Of(gains, losses));
    }
}
