using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Documents;

/// <summary>Figures of what was found. Each says in its alternative text what it shows, with the numbers that decide.</summary>
internal static class FigureParts
{
    private const double CloseToEnd = 1e-9;
    private const int MostPlotted = 200;

    private static readonly ModelRole[] Roles = [ModelRole.Baseline, ModelRole.Candidate];

    /// <summary>Every criterion on one scale, whose 0 is the limit.</summary>
    public static IReadOnlyList<ContentPart> Criteria(DocumentFacts facts)
    {
        var rows = facts.Assessment.Findings.Select(finding => (finding, Scale: LimitScale.Of(finding))).Where(entry => entry.Scale is not null)
            .Select(entry => new IntervalRow(
                $"{entry.finding.Criterion.Id} {CriterionWords.Name(entry.finding.Criterion)}", entry.Scale!.Value.Lower, entry.Scale.Value.Observed,
                entry.Scale.Value.Upper, 0,
                $"{CriterionWords.Observed(entry.finding)} ({CriterionWords.Bound(entry.finding).ReplaceLineEndings("; ")})",
                CriterionWords.Word(entry.finding.Verdict), entry.finding.Verdict != Verdict.Go)).ToList();
        var without = facts.Assessment.Findings.Where(finding => LimitScale.Of(finding) is null)
            .Select(finding => $"{finding.Criterion.Id} {CriterionWords.Name(finding.Criterion)} ({CriterionWords.Word(finding.Verdict)})").ToList();
        return rows.Count == 0 ? []
            :
            [
                new IntervalPart("Criteria on one scale: 0 is the limit of each, 1 the best value there is. An interval right of 0 is GO, left of it NO-GO",
                    $"{Number(rows.Count)} criteria with their intervals against their limits. "
                        + string.Join(" ", rows.Select(row => $"{row.Label}: {row.State}, {row.Numbers}.")), -1, 1, rows),
                ParagraphPart.Plain("The scale runs from the limit to the best value: all cases for a least share, none for a greatest share, equal models for a difference. "
                    + "Ends beyond the scale are drawn at its edge."
                    + (without.Count == 0 ? string.Empty
                        : $" Without a scale of this kind, such as gates, and in the table alone: {string.Join(", ", without)}.")),
            ];
    }

    /// <summary>Expected against answered category, for each model.</summary>
    public static IReadOnlyList<ContentPart> Confusion(DocumentFacts facts) => facts.Cases.All(entry => entry.Task != CaseTask.Categorization) ? []
        :
        [
            .. facts.Assessment.Confusion.Select((matrix, role) => new MatrixPart(
                $"Expected against answered category, {Name(facts, (ModelRole)role)}: calls, shaded by share of the row",
                $"{Name(facts, (ModelRole)role)}: {Number(matrix.Categories.Sum(rates => rates.Right))} of {Number(matrix.Counts.Sum(row => row.Sum()))} calls in the expected category, "
                    + $"{Number(matrix.TooLow)} too low, {Number(matrix.TooHigh)} too high.",
                "Expected category", "Answered category", matrix.Expected, matrix.Answered, matrix.Counts)),
        ];

    /// <summary>Regressions against improvements, by task and by expected category.</summary>
    public static IReadOnlyList<ContentPart> Changes(DocumentFacts facts)
    {
        var expected = facts.Cases.Where(entry => entry.Task == CaseTask.Categorization).ToDictionary(entry => entry.Case.Id, entry => Category(entry.Case));
        var categorization = facts.Assessment.Categorization;
        var rows = expected.Values.Distinct().Order(StringComparer.Ordinal).Select(label => new PairedRow(
            label, categorization.Regressed.Count(id => expected[id] == label), categorization.Improved.Count(id => expected[id] == label),
            Number(expected.Values.Count(value => value == label)))).ToList();
        if (facts.Assessment.OqGeneration is { N: > 0 } oq)
        {
            rows.Add(new PairedRow("OQ suites", oq.Regressed.Count, oq.Improved.Count, Number(oq.N)));
        }

        return rows.Count == 0 ? []
            : [new PairedPart("Cases that only one model has right in every repeat",
                string.Join(" ", rows.Select(row => $"{row.Label}: {Number(row.Left)} regressed, {Number(row.Right)} improved, of {row.Note} cases.")),
                "Regressed", "Improved", "Cases", rows)];
    }

    /// <summary>Similarities of the suites against the baseline's own.</summary>
    public static IReadOnlyList<ContentPart> Similarity(DocumentFacts facts)
    {
        var similarities = facts.Assessment.SuiteSimilarities;
        StripRow Row(string label, Func<CaseSimilarity, double?> value, double? mean) =>
            new(label, [.. similarities.Cases.Select(value).OfType<double>()], mean, mean is { } known ? $"mean {Figures.Ratio(known)}" : "none");
        var rows = new List<StripRow>
        {
            Row("Baseline to itself", entry => entry.BaselineToItself, similarities.BaselineToItself),
            Row("Candidate to baseline", entry => entry.CandidateToBaseline, similarities.CandidateToBaseline),
            Row("Candidate to itself", entry => entry.CandidateToItself, similarities.CandidateToItself),
        }.Where(row => row.Values.Count > 0).ToList();
        var limits = similarities.BaselineToItself is not { } ceiling ? []
            : facts.Plan.Criteria.Where(criterion => criterion is { Kind: CriterionKind.SuiteSimilarity, Stratum.Count: 0 })
                .Select(criterion => new PartLimit($"{Figures.Setting(criterion.Limit)} of the ceiling", criterion.Limit * ceiling)).Take(1)
                .Append(new PartLimit("ceiling", ceiling)).ToList();
        return rows.Count == 0 ? []
            : [new StripPart("Similarity of OQ suites, one dot per case, against the baseline's similarity to itself (the ceiling)",
                string.Join(" ", rows.Select(row => $"{row.Label}: {Figures.Count(row.Values.Count, "case")}, {row.Numbers}.")
                    .Concat(limits.Select(limit => $"Limit {limit.Label}: {Figures.Ratio(limit.Value)}."))),
                new PartAxis("Similarity", LowestTenth([.. rows.SelectMany(row => row.Values), .. limits.Select(limit => limit.Value)]), 1), rows, limits)];
    }

    /// <summary>Share of calls answered within a time, for each model, with the limits of the plan.</summary>
    public static IReadOnlyList<ContentPart> Latency(DocumentFacts facts)
    {
        var series = Roles.Select(role => (role, Calls: facts.Scored.Calls.Where(call => call.Role == role).ToList())).Where(entry => entry.Calls.Exists(call => call.Answered))
            .Select(entry => Distribution(Name(facts, entry.role), entry.Calls)).ToList();
        var limits = facts.Plan.Criteria.Where(criterion => criterion is { Kind: CriterionKind.Latency, Stratum.Count: 0, Seconds: not null })
            .Select(criterion => new PartLimit(string.Create(CultureInfo.InvariantCulture, $"{criterion.Id}: {Figures.Setting(criterion.Limit)} in {criterion.Seconds} s"), criterion.Seconds!.Value))
            .ToList();
        if (series.Count == 0)
        {
            return [];
        }

        var longest = Math.Max(series.Max(entry => entry.Points[^1].X), limits.Select(limit => limit.Value).DefaultIfEmpty(0).Max());
        return [new PlotPart("Share of calls answered within a time; a failed call is never answered",
            string.Join(" ", facts.Assessment.Latencies.Select(row => $"{Name(facts, row.Role)}, quantile {Figures.Setting(row.P)}: {RunParts.Seconds(row.Bound.Estimate, Math.Round)}."))
                + string.Concat(limits.Select(limit => $" Limit {limit.Label}.")),
            new PartAxis("Seconds", 0, Math.Max(longest * 1.05, CloseToEnd)), new PartAxis("Share of calls", 0, 1, IsShare: true), series, limits, [])];
    }

    /// <summary>Stated confidence against the share that is right.</summary>
    public static IReadOnlyList<ContentPart> Reliability(DocumentFacts facts)
    {
        var series = facts.Assessment.Calibration.Select((calibration, role) => new SeriesPart(Name(facts, (ModelRole)role), SeriesJoin.Line,
            [.. calibration.Bins.Where(bin => bin.N > 0).Select(bin => (bin.Confidence, bin.Accuracy, (double?)null, (double?)null))])).Where(entry => entry.Points.Count > 0).ToList();
        return series.Count == 0 ? []
            : [new PlotPart("Reliability diagram: share right by stated confidence",
                string.Join(" ", facts.Assessment.Calibration.Select((calibration, role) => $"{Name(facts, (ModelRole)role)}: "
                    + string.Join(", ", calibration.Bins.Where(bin => bin.N > 0).Select(bin =>
                        $"{Figures.Percent(bin.Confidence)} stated and {Figures.Percent(bin.Accuracy)} right in {Figures.Count(bin.N, "answer")}")) + ".")),
                new PartAxis("Stated confidence", 0, 1, IsShare: true), new PartAxis("Share right", 0, 1, IsShare: true), series, [], [], "stated = right")];
    }

    /// <summary>The empirical distribution: every call counts, and those that failed keep the curve below 1.</summary>
    private static SeriesPart Distribution(string name, List<CallFact> calls)
    {
        var seconds = calls.Where(call => call.Answered).Select(call => call.Latency.TotalSeconds).Order().ToList();
        var step = Math.Max(1, seconds.Count / MostPlotted);
        var places = Enumerable.Range(0, seconds.Count).Where(i => i % step == step - 1 || i == seconds.Count - 1);
        return new SeriesPart(name, SeriesJoin.Step,
            [(0, 0, null, null), .. places.Select(i => (seconds[i], (i + 1.0) / calls.Count, (double?)null, (double?)null))]);
    }

    /// <summary>The tenth below all values, so that the scale shows what differs; the scale keeps at least a tenth.</summary>
    private static double LowestTenth(IReadOnlyList<double> values) => Math.Min(0.9, Math.Floor(values.Min() * 10) / 10);

    private static string Category(TestCase testCase) => testCase.Expected switch
    {
        { Components.Count: > 0 } => "Hybrid systems",
        { Acceptable: [var only] } => $"Category {Number(only)}",
        _ => "More than one defensible",
    };

    private static string Name(DocumentFacts facts, ModelRole role) => facts.Configuration.ModelOf(role).DisplayName;

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
