namespace ValidationWorkbench.Statistics;

/// <summary>
/// How far confidences c, as stated by a model, are probabilities of being right (y = 1) or wrong (y = 0). For display.
/// Brier 1950; Murphy 1973 (decomposition); Spiegelhalter 1986 (test).
/// </summary>
/// <param name="Status">Undefined without an answer; degenerate where skill or test do not exist for lack of variance.</param>
/// <param name="N">Answers.</param>
/// <param name="Brier">Mean of (c-y)^2, in [0,1].</param>
/// <param name="Skill">1 - Brier / (Y(1-Y)), Y being the share right; null where all answers are right or all are wrong.</param>
/// <param name="Reliability">Murphy's term for miscalibration, over the distinct confidences; Brier = reliability - resolution + uncertainty.</param>
/// <param name="Resolution">Murphy's term for how well confidences tell right from wrong.</param>
/// <param name="Uncertainty">Y(1-Y).</param>
/// <param name="ExpectedError">Expected calibration error: mean over the bins of |accuracy - confidence|, weighted by answers.</param>
/// <param name="GreatestError">Greatest |accuracy - confidence| of a bin.</param>
/// <param name="Bins">Bins with answers, in rising order.</param>
/// <param name="SpiegelhalterZ">sum((y-c)(1-2c)) / sqrt(sum((1-2c)^2 c(1-c))); null where that root is 0.</param>
/// <param name="SpiegelhalterP">Its two-sided p value.</param>
public sealed record Calibration(
    EstimateStatus Status,
    int N,
    double? Brier,
    double? Skill,
    double? Reliability,
    double? Resolution,
    double? Uncertainty,
    double? ExpectedError,
    double? GreatestError,
    IReadOnlyList<CalibrationBin> Bins,
    double? SpiegelhalterZ,
    double? SpiegelhalterP)
{
    // Puts 0.9 into bin 9 of 10, though 10 * 0.9 may come out a hair below 9.
    private const double Guard = 1e-12;

    /// <summary>Measures of answers, each with a confidence in [0,1] and whether it is right.</summary>
    public static Calibration Of(IReadOnlyList<double> confidences, IReadOnlyList<bool> right, int bins = 10)
    {
        ArgumentNullException.ThrowIfNull(confidences);
        ArgumentNullException.ThrowIfNull(right);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        ArgumentOutOfRangeException.ThrowIfNotEqual(right.Count, confidences.Count);
        if (confidences.Any(confidence => !(confidence >= 0 && confidence <= 1)))
        {
            throw new ArgumentOutOfRangeException(nameof(confidences), "Confidences lie between 0 and 1.");
        }

        var n = confidences.Count;
        if (n == 0)
        {
            return new Calibration(EstimateStatus.Undefined, 0, null, null, null, null, null, null, null, [], null, null);
        }

        var answers = confidences.Zip(right, (confidence, isRight) => (C: confidence, Y: isRight ? 1.0 : 0.0)).ToList();
        var share = answers.Average(answer => answer.Y);
        var brier = answers.Average(answer => (answer.C - answer.Y) * (answer.C - answer.Y));
        var uncertainty = share * (1 - share);
        var levels = answers.GroupBy(answer => answer.C, (c, group) => (C: c, Y: group.Average(answer => answer.Y), N: group.Count())).ToList();
        var filled = answers
            .GroupBy(answer => Math.Min((int)Math.Floor((bins * answer.C) + Guard), bins - 1))
            .OrderBy(group => group.Key)
            .Select(group => new CalibrationBin(group.Key, group.Count(), group.Average(answer => answer.C), group.Average(answer => answer.Y)))
            .ToList();
        var variance = answers.Sum(answer => (1 - (2 * answer.C)) * (1 - (2 * answer.C)) * answer.C * (1 - answer.C));
        double? z = variance > 0 ? answers.Sum(answer => (answer.Y - answer.C) * (1 - (2 * answer.C))) / Math.Sqrt(variance) : null;
        return new Calibration(
            uncertainty > 0 && z is not null ? EstimateStatus.Ok : EstimateStatus.Degenerate,
            n,
            brier,
            uncertainty > 0 ? 1 - (brier / uncertainty) : null,
            levels.Sum(level => level.N * (level.C - level.Y) * (level.C - level.Y)) / n,
            levels.Sum(level => level.N * (level.Y - share) * (level.Y - share)) / n,
            uncertainty,
            filled.Sum(bin => bin.N * Math.Abs(bin.Accuracy - bin.Confidence)) / n,
            filled.Max(bin => Math.Abs(bin.Accuracy - bin.Confidence)),
            filled,
            z,
            z is null ? null : NormalDistribution.TwoSided(z.Value));
    }
}
