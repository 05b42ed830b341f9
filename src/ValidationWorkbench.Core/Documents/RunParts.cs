using System.Globalization;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Models;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks that say how the run went and how it can be checked.</summary>
internal static class RunParts
{
    public static IReadOnlyList<ContentPart> Calls(DocumentFacts facts)
    {
        ModelRole[] roles = [ModelRole.Baseline, ModelRole.Candidate];
        return
        [
            new TablePart("Calls, latency and tokens",
                [new("Model", 4), new("Calls", 1.4, true), new("Failed", 1.4, true), new("Median latency", 2, true), new("99 % latency", 2, true), new("Tokens in", 2, true), new("Tokens out", 2, true), new("Cost", 2, true)],
                [.. roles.Select(role => CallRow(role, facts))]),
            ParagraphPart.Plain($"Quotes from the document: the candidate gave {Number(facts.Assessment.Quotes[1].Given)}, of which {Number(facts.Assessment.Quotes[1].Found)} occur in it word for word; "
                + $"the baseline gave {Number(facts.Assessment.Quotes[0].Given)}, of which {Number(facts.Assessment.Quotes[0].Found)} do. A rationale written by a model is no faithful explanation of its answer; a quote can at least be checked."),
        ];
    }

    public static IReadOnlyList<ContentPart> FailedCalls(DocumentFacts facts)
    {
        var failed = facts.LastAttempts.Where(attempt => !attempt.Answered).ToList();
        return failed.Count == 0 ? [ParagraphPart.Plain("Every finished trial has an answer.")]
            :
            [
                new TablePart("Trials without an answer", [new("Case", 2), new("Model", 3), new("Repeat", 1, true), new("Attempts", 1.2, true), new("Last error", 7)],
                    [.. failed.Select(attempt => (IReadOnlyList<string>)[attempt.CaseId, facts.Configuration.ModelOf(attempt.Role).DisplayName, Number(attempt.Repeat), Number(attempt.Number), attempt.Fault!])]),
            ];
    }

    public static IReadOnlyList<ContentPart> History(DocumentFacts facts) =>
    [
        new TablePart("All runs in these records up to this assessment, also those that failed or were stopped", [new("Run", 4), new("Planned", 4), new("Last recorded", 4), new("Reason", 7)],
            [.. facts.History.Select(entry => (IReadOnlyList<string>)[entry.RunId, Microseconds.WriteForPeople(entry.PlannedMicros), AuditAction.Texts.GetValueOrDefault(entry.LastAction, entry.LastAction), entry.Reason])]),
    ];

    public static IReadOnlyList<ContentPart> Integrity(DocumentFacts facts) =>
    [
        new FactsPart(
        [
            ("Results", $"SHA-256 {facts.ResultsSha256} (assessment {Number(facts.AssessmentNumber)}, {Microseconds.WriteForPeople(facts.AssessedMicros)})"),
            ("Audit trail", $"{Number(facts.HeadSequence)} records when the results were known; head {facts.HeadHash}"),
        ]),
    ];

    private static IReadOnlyList<string> CallRow(ModelRole role, DocumentFacts facts)
    {
        var calls = facts.Scored.Calls.Where(call => call.Role == role).ToList();
        var latencies = calls.Where(call => call.Answered).Select(call => call.Latency).Order().ToList();
        var model = facts.Configuration.ModelOf(role);
        var usage = facts.Usage[(int)role];
        return
        [
            model.DisplayName, Number(calls.Count), Number(calls.Count(call => !call.Answered)), Latency(latencies, 0.5), Latency(latencies, 0.99),
            Number(usage.PromptTokens), Number(usage.CompletionTokens),
            model.Price is { } price ? string.Create(CultureInfo.InvariantCulture, $"{price.CostOf(usage):0.0000} {price.Currency}") : "no price",
        ];
    }

    /// <summary>Quantile of type 7 (linear between order statistics), in milliseconds.</summary>
    private static string Latency(List<TimeSpan> sorted, double p)
    {
        if (sorted.Count == 0)
        {
            return "–";
        }

        var place = p * (sorted.Count - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Count - 1);
        var value = sorted[below].TotalMilliseconds + ((place - below) * (sorted[above].TotalMilliseconds - sorted[below].TotalMilliseconds));
        return string.Create(CultureInfo.InvariantCulture, $"{value:0.0} ms");
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
