using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Models;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks that say how the run went and how it can be checked.</summary>
internal static class RunParts
{
    public static IReadOnlyList<ContentPart> Calls(DocumentFacts facts)
    {
        ModelRole[] roles = [ModelRole.Baseline, ModelRole.Candidate];
        return
        [
            new TablePart("Calls, tokens and cost",
                [new("Model", 4), new("Calls", 1.4, true), new("Failed", 1.4, true), new("Tokens in", 2, true), new("Tokens out", 2, true),
                    new("Cost", 2, true)],
                [.. roles.Select(role => CallRow(role, facts))]),
            new TablePart("Latency quantiles with one-sided 95 % bounds by order statistics; a failed call counts as slower than any answer",
                [new("Model", 4), new("Quantile", 1.6), new("Calls", 1.4, true), new("Estimate", 2, true), new("At least", 2, true),
                    new("At most", 3, true)],
                [.. facts.Assessment.Latencies.Select(row => (IReadOnlyList<string>)
                [
                    NameOf(row.Role, facts), Figures.Setting(row.P), Number(row.Bound.N),
                    Seconds(row.Bound.Estimate, Math.Round), Seconds(row.Bound.Lower, Math.Floor),
                    row.Bound.Status == EstimateStatus.NoUpperBound ? "none: too few calls" : Seconds(row.Bound.Upper, Math.Ceiling),
                ])]),
            new TablePart("Tokens and cost per accepted answer: an answer is accepted where it is as expected",
                [new("Model", 4), new("Answers accepted", 2, true), new("Tokens per accepted answer", 2.6, true),
                    new("Cost per accepted answer", 2.6, true)],
                [.. roles.Select(role => AcceptedRow(role, facts))]),
            .. FirstTokens(facts),
            new TablePart("Names and builds under which the endpoints answered",
                [new("Model", 4), new("Answered as", 4), new("Build", 3), new("Served by", 3), new("Answers", 1.4, true)],
                [.. ServedBuild.All(facts.LastAttempts).Select(build => (IReadOnlyList<string>)
                    [facts.Configuration.ModelOf(build.Role).DisplayName, build.Model ?? "–", build.Fingerprint ?? "–", build.Provider ?? "–",
                        Number(build.Answers)])]),
            ParagraphPart.Plain($"Quotes from the document: the candidate gave {Number(facts.Assessment.Quotes[1].Given)}, of which "
                + $"{Number(facts.Assessment.Quotes[1].Found)} occur in it word for word; "
                + $"the baseline gave {Number(facts.Assessment.Quotes[0].Given)}, of which {Number(facts.Assessment.Quotes[0].Found)} do. A "
                + "rationale written by a model is no faithful explanation of its answer; a quote can at least be checked."),
        ];
    }

    private static IEnumerable<ContentPart> FirstTokens(DocumentFacts facts) => FirstTokenTimes.All(facts.Scored) is not { Count: > 0 } times ? []
        :
        [
            new TablePart("Time to first token of streamed answers, for display only",
                [new("Model", 4), new("Answers", 1.6, true), new("Median", 2, true), new("95 % quantile", 2, true)],
                [.. times.Select(row => (IReadOnlyList<string>)
                    [facts.Configuration.ModelOf(row.Role).DisplayName, Number(row.Answers), Seconds(row.P50Seconds, Math.Round),
                        Seconds(row.P95Seconds, Math.Round)])]),
        ];

    public static IReadOnlyList<ContentPart> FailedCalls(DocumentFacts facts)
    {
        var failed = facts.LastAttempts.Where(attempt => !attempt.Answered).ToList();
        return failed.Count == 0 ? [ParagraphPart.Plain("Every finished trial has an answer.")]
            :
            [
                new TablePart("Trials without an answer",
                    [new("Case", 2), new("Model", 3), new("Repeat", 1, true), new("Attempts", 1.2, true), new("Last error", 7)],
                    [.. failed.Select(attempt =>
                        (IReadOnlyList<string>)[attempt.CaseId, facts.Configuration.ModelOf(attempt.Role).DisplayName, Number(attempt.Repeat),
                            Number(attempt.Number), attempt.Fault!])]),
            ];
    }

    public static IReadOnlyList<ContentPart> History(DocumentFacts facts) =>
    [
        new TablePart("All runs in these records up to this assessment, also those that failed or were stopped",
            [new("Run", 4), new("Planned", 3.5), new("Outcome", 2.4), new("Last recorded", 3.6), new("Reason", 6)],
            [.. facts.History.Select(entry =>
                (IReadOnlyList<string>)[entry.RunId, Microseconds.WriteForPeople(entry.PlannedMicros), entry.Outcome ?? "–",
                    AuditAction.Texts.GetValueOrDefault(entry.LastAction, entry.LastAction), entry.Reason])]),
        ParagraphPart.Plain(facts.Tries.Describe() ?? "This is the first completed run of this plan and candidate in these records."),
    ];

    public static IReadOnlyList<ContentPart> Integrity(DocumentFacts facts) =>
    [
        new FactsPart(
        [
            ("Results", $"SHA-256 {facts.ResultsSha256} (assessment {Number(facts.AssessmentNumber)}, "
                + $"{Microseconds.WriteForPeople(facts.AssessedMicros)})"),
            ("Audit trail", $"{Number(facts.HeadSequence)} records when the results were known; head {facts.HeadHash}"),
            ("Log", $"{Checkpoint.OriginOf(facts.LogId)}: the origin in the checkpoints of these records, and in no others"),
            ("Tree root", $"{facts.HeadRoot} over these records; the checkpoints in the anchor of the records sign such roots"),
            ("Self-test", facts.SelfTest is { } test
                ? $"{Number(test.Within)} of {Number(test.Oracles)} oracles of the statistical methods within tolerance when the run was assessed; "
                    + $"oracle file SHA-256 {test.Sha256}"
                : "not on record"),
        ]),
    ];

    /// <summary>What was recorded earlier is not shown as if it had been measured in this run.</summary>
    private static string NameOf(ModelRole role, DocumentFacts facts) =>
        facts.Configuration.ModelOf(role).DisplayName
            + (role == ModelRole.Baseline && facts.Configuration.FrozenBaseline is not null ? " (recorded)" : string.Empty);

    private static IReadOnlyList<string> CallRow(ModelRole role, DocumentFacts facts)
    {
        var calls = facts.Scored.Calls.Where(call => call.Role == role).ToList();
        var model = facts.Configuration.ModelOf(role);
        var usage = facts.Usage[(int)role];
        return
        [
            NameOf(role, facts), Number(calls.Count), Number(calls.Count(call => !call.Answered)),
            Number(usage.PromptTokens), Number(usage.CompletionTokens),
            model.Price is { } price ? CostParts.Total(price.CostOf(usage), price.Currency) : "no price",
        ];
    }

    private static IReadOnlyList<string> AcceptedRow(ModelRole role, DocumentFacts facts)
    {
        var model = facts.Configuration.ModelOf(role);
        var usage = facts.Usage[(int)role];
        var accepted = facts.Assessment.Totals[(int)role].Passed;
        return accepted == 0 ? [model.DisplayName, "0", "–", "–"]
            :
            [
                model.DisplayName, Number(accepted), CostParts.Tokens(usage, accepted),
                model.Price is { } price ? CostParts.Single(price.CostOf(usage) / accepted, price.Currency) : "no price",
            ];
    }

    /// <summary>Whole milliseconds; a hair beside one, as binary fractions are, is that one.</summary>
    public static string Seconds(double? seconds, Func<double, double> round) => seconds is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{round(Math.Round(value * 1000, 6)) / 1000:0.000} s")
        : "–";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
