using System.Globalization;
using System.Text;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Packaging;

/// <summary><c>trials.csv</c>: one line per finished trial (RFC 4180, UTF-8, line feeds).</summary>
public static class TrialsCsv
{
    private static readonly string[] Header =
    [
        "caseId", "role", "model", "repeat", "verdict", "decision", "reason", "confidence", "underCategorized", "quotesGiven", "quotesFound", "coverage", "structure", "mustHave", "inventedIds",
        "attempts", "servedModel", "systemFingerprint", "finishReason", "startedAt", "latencyMicros", "promptTokens", "completionTokens", "requestSha256", "replySha256",
    ];

    public static PackageFile Write(DocumentFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var csv = new StringBuilder(string.Join(',', Header)).Append('\n');
        var scores = facts.Scored.Scores.ToDictionary(score => score.Key);
        foreach (var attempt in facts.LastAttempts)
        {
            var score = scores.GetValueOrDefault(new TrialKey(attempt.CaseId, attempt.Role, attempt.Repeat));
            string?[] cells =
            [
                attempt.CaseId, CriterionWords.Kebab(attempt.Role), facts.Configuration.ModelOf(attempt.Role).DisplayName, Text(attempt.Repeat),
                score is null ? "error" : CriterionWords.Kebab(score.Verdict), score?.Decision, score?.Reason ?? attempt.Fault, Text(score?.Confidence), score is null ? null : score.UnderCategorized ? "true" : "false",
                Text(score?.QuotesGiven), Text(score?.QuotesFound), Text(score?.Coverage), Text(score?.Structure), Text(score?.MustHave), Text(score?.InventedIds),
                Text(attempt.Number), attempt.ServedModel, attempt.SystemFingerprint, attempt.FinishReason, Microseconds.Write(attempt.StartedMicros), Text(attempt.LatencyMicros),
                Text(attempt.PromptTokens), Text(attempt.CompletionTokens), attempt.RequestSha256, attempt.ReplySha256,
            ];
            csv.Append(CsvLine.Of(cells));
        }

        return new PackageFile("trials.csv", Encoding.UTF8.GetBytes(csv.ToString()));
    }

    private static string? Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);
}
