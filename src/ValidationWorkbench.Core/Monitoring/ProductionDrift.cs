using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;

namespace ValidationWorkbench.Monitoring;

/// <summary>
/// Answers in production against the answers of the reference run's candidate. Nobody knows the truth of production, so this can show that
/// something is other than it was and never that the model is worse.
/// </summary>
public sealed record ProductionDrift
{
    /// <summary>Word for an answer in which the model did not decide.</summary>
    public const string Undecided = "undecided";

    /// <summary>Column of answers that are no category.</summary>
    public const string Other = "other";

    private const int MostLabels = 10;
    private const int LongestLabel = 40;

    /// <summary>What an answer can be: the categories that exist, and that the model did not decide.</summary>
    public static IReadOnlyList<string> Known { get; } = ["1", "3", "4", "5", Undecided];

    public required RunIdentity Reference { get; init; }

    public required DriftSettings Settings { get; init; }

    /// <summary>Counts by category.</summary>
    public required IReadOnlyList<CategoryShare> Categories { get; init; }

    /// <summary>Cases of the reference that are in the counts.</summary>
    public int ReferenceCases => Categories.Sum(category => category.Reference);

    /// <summary>Answers in production that are in the counts: all of them.</summary>
    public int Answers => Categories.Sum(category => category.Production);

    /// <summary>Cases of the reference without a category that most repeats gave; they are not in the counts.</summary>
    public required int ReferenceWithout { get; init; }

    /// <summary>Time of the first answer that has one, UTC; null where none has.</summary>
    public required string? From { get; init; }

    /// <summary>Time of the last.</summary>
    public required string? To { get; init; }

    /// <summary>Answers dated later than the check.</summary>
    public required int Future { get; init; }

    /// <summary>Labels in production that are no category, the most frequent first.</summary>
    public required IReadOnlyList<CategoryShare> Unknown { get; init; }

    public required MixTest Mix { get; init; }

    public required MixStability Stability { get; init; }

    public required ConfidenceSample Confidence { get; init; }

    /// <summary>What speaks for which outcome; never that the model is worse.</summary>
    public required DriftEvidence Evidence { get; init; }

    /// <summary>Looks for drift.</summary>
    /// <param name="reference">The run that was accepted.</param>
    /// <param name="answers">Answers in production.</param>
    /// <param name="checkedMicros">When the check is made, in microseconds since 1970-01-01 UTC; an answer cannot be later.</param>
    public static ProductionDrift Of(MonitoredRun reference, IReadOnlyList<ProductionAnswer> answers, long checkedMicros = long.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(answers);
        var cases = reference.Scored.Select(CaseTask.Categorization, new Dictionary<string, string>()).Select(testCase => reference.Scored.Of(testCase.Id, ModelRole.Candidate)).ToList();
        var given = cases.ConvertAll(repeats => CaseCategory.Of(repeats));
        var categories = Known.Append(Other).Select(label => new CategoryShare(
            label, given.Count(category => category is not null && Column(category) == label), answers.Count(answer => Column(answer.Category) == label))).ToList();
        var unknown = answers.Where(answer => Column(answer.Category) == Other).GroupBy(answer => answer.Category, StringComparer.Ordinal)
            .Select(group => new CategoryShare(group.Key, given.Count(category => category == group.Key), group.Count()))
            .OrderByDescending(label => label.Production).ThenBy(label => label.Label, StringComparer.Ordinal).ToList();
        var times = answers.Select(answer => answer.AtMicros).OfType<long>().ToList();
        var drift = new ProductionDrift
        {
            Reference = reference.Identity,
            Settings = DriftSettings.Of(reference.Plan),
            Categories = categories,
            ReferenceWithout = given.Count(category => category is null),
            From = times.Count == 0 ? null : Microseconds.WriteForPeople(times.Min()),
            To = times.Count == 0 ? null : Microseconds.WriteForPeople(times.Max()),
            Future = times.Count(time => time > checkedMicros),
            Unknown = unknown,
            Mix = MixTest.Of(categories),
            Stability = MixStability.Of(categories),
            Confidence = ConfidenceSample.Of(
                [.. cases.Select(repeats => repeats[0]?.Confidence).OfType<double>()], [.. answers.Select(answer => answer.Confidence).OfType<double>()]),
            Evidence = new DriftEvidence(),
        };
        return drift with { Evidence = drift.Weigh() };
    }

    private DriftEvidence Weigh()
    {
        var limits = Settings.Limits;
        var unknown = CannotTell().ToList();
        return new DriftEvidence
        {
            Triggers = [.. Triggers()],
            NotCompared = [.. NotCompared()],
            CannotTell = unknown,
            Shown = unknown.Count > 0 || !(Mix.P > limits.ProductionLevel) ? []
                : [string.Create(CultureInfo.InvariantCulture,
                    $"category mix: no shift at level {limits.ProductionLevel} ({Describe(Mix)}), "
                    + $"with enough answers to tell a stability index of {limits.StabilityIndex} from chance")],
        };
    }

    private IEnumerable<string> Triggers()
    {
        if (Unknown.Count > 0)
        {
            yield return $"production holds labels that are no category: {string.Join(", ", Unknown.Take(MostLabels).Select(label => string.Create(CultureInfo.InvariantCulture, $"\"{Excerpts.Cut(label.Label, LongestLabel)}\" ({label.Production})")))}"
                + (Unknown.Count > MostLabels ? ", ..." : string.Empty);
        }

        if (Future > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"answers dated later than this check: {Future} of {Answers}, the last at {To}; a clock or the file is wrong");
        }

        if (Mix.P <= Settings.Limits.ProductionLevel)
        {
            yield return $"category mix: another mix than in the reference ({Describe(Mix)}, Cramér's V {Number(Mix.CramersV)})";
        }

        if (Stability.CanTell(Settings.Limits.StabilityIndex) && Stability.Index >= Settings.Limits.StabilityIndex)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"category mix: stability index {Stability.Index:0.000}; from {Settings.Limits.StabilityIndex} on it is a trigger");
        }

        if (Confidence.P <= Settings.Limits.ProductionLevel)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"stated confidence: another distribution than in the reference (D {Number(Confidence.D)}, {PText.Of(Confidence.P!.Value)})");
        }
    }

    private IEnumerable<string> CannotTell()
    {
        var index = Settings.Limits.StabilityIndex;
        int n = ReferenceCases, m = Answers, used = Categories.Count(category => category.Reference + category.Production > 0);
        if (Mix.P is null)
        {
            yield return n == 0 || m == 0 ? "category mix: a group holds no answer, so there is nothing to compare"
                : used < 2 ? "category mix: one category only, so there is no mix to compare" : "category mix: too few answers to be tested";
        }
        else if (!Stability.CanTell(index))
        {
            var needed = MixStability.AnswersNeeded(index, used, n) is { } enough ? $"{Figures.Count(enough, "answer")} would do"
                : "a reference with more cases is needed";
            yield return string.Create(CultureInfo.InvariantCulture,
                $"category mix: {n} cases and {m} answers cannot tell a stability index of {index} from chance (critical value {Number(Stability.Critical)}); {needed}");
        }
    }

    /// <summary>What the test of the stated confidences did not see.</summary>
    private IEnumerable<string> NotCompared()
    {
        if (Confidence.Reference == 0 || Confidence.Production == 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"stated confidence: not compared: {Confidence.Reference} of {ReferenceCases + ReferenceWithout} cases of the reference "
                + $"and {Confidence.Production} of {Answers} answers state one");
        }
        else if (Confidence.Production < Answers)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"stated confidence: compared for {Confidence.Production} of {Answers} answers only; the others state none");
        }
    }

    private static string Describe(MixTest test) => test.Method switch
    {
        MixMethod.Exact => $"exact test, {PText.Of(test.P!.Value)}",
        _ => string.Create(CultureInfo.InvariantCulture,
            $"chi-square {test.ChiSquare:0.00} with {test.DegreesOfFreedom} df{(test.Method == MixMethod.ChiSquareMerged ? $", {string.Join(" and ", test.Merged)} merged" : string.Empty)}, {PText.Of(test.P!.Value)}"),
    };

    private static string Column(string category) => Known.Contains(category) ? category : Other;

    private static string Number(double? value) => value is { } number ? number.ToString("0.###", CultureInfo.InvariantCulture) : "–";
}
