using System.Globalization;
using System.Text.Json;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks of the cost-benefit statement: what was measured, and what follows from it under the plan's assumptions.</summary>
internal static class CostParts
{
    private const string NotKnown = "not known";
    private const string NotMeasured = "not measured";

    private static readonly ModelRole[] Roles = [ModelRole.Baseline, ModelRole.Candidate];
    private static readonly CaseTask[] Tasks = [CaseTask.Categorization, CaseTask.OqGeneration];

    /// <summary>A sum of many calls, such as <c>2.0000 EUR</c>.</summary>
    public static string Total(decimal cost, string currency) => string.Create(CultureInfo.InvariantCulture, $"{cost:0.0000} {currency}");

    /// <summary>The cost of one call or answer, such as <c>0.000123 EUR</c>.</summary>
    public static string Single(decimal cost, string currency) => string.Create(CultureInfo.InvariantCulture, $"{cost:0.000000} {currency}");

    /// <summary>Tokens in and out together for each of so many calls or answers, at least one.</summary>
    public static string Tokens(TokenUsage usage, int count) => string.Create(CultureInfo.InvariantCulture, $"{(double)usage.Total / count:0.0}");

    public static IReadOnlyList<ContentPart> Prices(DocumentFacts facts) =>
    [
        new TablePart("Prices by which tokens are valued", [new("Model", 4), new("Per million tokens in", 2.4, true),
            new("Per million tokens out", 2.4, true), new("Currency", 1.6)],
            [.. Roles.Select(facts.Configuration.ModelOf).Select(model => (IReadOnlyList<string>)(model.Price is { } price
                ? [model.DisplayName, Figure(price.InputPerMillion), Figure(price.OutputPerMillion), price.Currency]
                : [model.DisplayName, NotKnown, NotKnown, NotKnown]))]),
        .. Roles.SelectMany(role => Remarks(role, facts)).Distinct(),
    ];

    public static IReadOnlyList<ContentPart> Measured(DocumentFacts facts) =>
    [
        new TablePart("Tokens by task: every call of a trial, failed ones included. An answer is accepted where it is as expected",
            [new("Model", 3.4), new("Task", 2.6), new("Calls", 1.2, true), new("Tokens in", 1.6, true), new("Tokens out", 1.6, true),
                new("Tokens per call", 1.6, true),
                new("Accepted answers", 1.8, true), new("Tokens per accepted answer", 2.2, true)],
            [.. ByTask(facts).Select(TokenRow)]),
        new TablePart("Cost of these tokens by the prices above",
            [new("Model", 3.4), new("Task", 2.6), new("Cost", 2.4, true), new("Cost per call", 2.4, true),
                new("Cost per accepted answer", 2.6, true)],
            [.. ByTask(facts).Select(CostRow)]),
        .. Beside(facts),
    ];

    public static IReadOnlyList<ContentPart> Projected(DocumentFacts facts)
    {
        if (facts.Plan.Costs is not { } costs)
        {
            return [new NoticePart("GAP: no projection",
                $"{ProtocolParts.NotStated} (costs). Nothing is projected without a period, a number of calls and assumptions.")];
        }

        var totals = Roles.Select(role => Tasks.Select(task => Project(Sum(role, task, facts), costs, task))
            .Aggregate((decimal?)0, (sum, cost) => sum + cost)).ToList();
        return
        [
            ParagraphPart.Plain("Projected cost = months × calls per month × "
                + "(measured cost of the task's calls ÷ number of these calls), from unrounded figures."),
            new TablePart($"Projection over {Figures.Count(costs.Months, "month")}",
                [new("Model", 3), new("Task", 2.4), new("Calls per month", 1.8, true), new("Calls in the period", 1.8, true),
                    new("Measured cost per call", 2.4, true),
                    new("Projected cost", 2.4, true)],
                [.. Roles.SelectMany(role => Tasks.Select(task => Row(Sum(role, task, facts), costs, task))),
                    .. Roles.Select((role, i) => Footer($"{facts.Configuration.ModelOf(role).DisplayName}, both tasks", totals[i])),
                    Footer("Candidate minus baseline", totals[1] - totals[0])]),
            ParagraphPart.Plain("Assumptions, each of which must hold:"),
            .. PlanParts.List(costs.Assumptions),
        ];

        IReadOnlyList<string> Footer(string name, decimal? cost) =>
            [name, "both", string.Empty, string.Empty, string.Empty, cost is { } sum ? Total(sum, costs.Currency) : NotKnown];
    }

    /// <summary>Each model with each task, then with both.</summary>
    private static IEnumerable<(string Task, TaskUsage Usage)> ByTask(DocumentFacts facts) => Roles.SelectMany(role =>
        Tasks.Select(task => (CriterionWords.Kebab(task), Sum(role, task, facts)))
            .Append(("both", Tasks.Select(task => Sum(role, task, facts)).Aggregate((left, right) => left + right))));

    private static IReadOnlyList<string> TokenRow((string Task, TaskUsage Usage) row)
    {
        var usage = row.Usage;
        return
        [
            usage.Model.DisplayName, row.Task, StatusWords.Number(usage.Calls), StatusWords.Number(usage.Tokens.PromptTokens),
            StatusWords.Number(usage.Tokens.CompletionTokens), usage.Calls == 0 ? "–" : Tokens(usage.Tokens, usage.Calls),
                StatusWords.Number(usage.Accepted),
            usage.Accepted == 0 ? "–" : Tokens(usage.Tokens, usage.Accepted),
        ];
    }

    private static IReadOnlyList<string> CostRow((string Task, TaskUsage Usage) row)
    {
        var usage = row.Usage;
        return usage.Model.Price is not { } price ? [usage.Model.DisplayName, row.Task, NotKnown, NotKnown, NotKnown]
            : [usage.Model.DisplayName, row.Task, Total(price.CostOf(usage.Tokens), price.Currency), Each(usage.Calls), Each(usage.Accepted)];

        string Each(int count) => count == 0 ? "–" : Single(price.CostOf(usage.Tokens) / count, price.Currency);
    }

    private static IReadOnlyList<string> Row(TaskUsage usage, CostPlan costs, CaseTask task)
    {
        var (price, projected, calls) = (usage.Model.Price, Project(usage, costs, task), CallsOf(costs, task));
        var missing = price is null ? NotKnown : NotMeasured;
        return
        [
            usage.Model.DisplayName, CriterionWords.Kebab(task), StatusWords.Number(calls), StatusWords.Number((long)calls * costs.Months),
            price is not null && usage.Calls > 0 ? Single(price.CostOf(usage.Tokens) / usage.Calls, price.Currency) : missing,
            projected is { } cost ? Total(cost, costs.Currency) : missing,
        ];
    }

    /// <summary>Null where the price is not known or no call was measured; nothing is projected from nothing.</summary>
    private static decimal? Project(TaskUsage usage, CostPlan costs, CaseTask task) =>
        usage.Model.Price is { } price && usage.Calls > 0
            ? (decimal)costs.Months * CallsOf(costs, task) * price.CostOf(usage.Tokens) / usage.Calls : null;

    private static int CallsOf(CostPlan costs, CaseTask task) =>
        task == CaseTask.Categorization ? costs.CallsPerMonth.Categorization : costs.CallsPerMonth.OqGeneration;

    private static TaskUsage Sum(ModelRole role, CaseTask task, DocumentFacts facts)
    {
        var cases = facts.Cases.Where(entry => entry.Task == task).Select(entry => entry.Case.Id).ToHashSet(StringComparer.Ordinal);
        var attempts = facts.Attempts.Where(attempt => attempt.Role == role && cases.Contains(attempt.CaseId)).ToList();
        return new TaskUsage(facts.Configuration.ModelOf(role), attempts.Count,
            attempts.Aggregate(default(TokenUsage), (sum, attempt) => sum + attempt.Usage),
            facts.Scored.Scores.Count(score => score.Key.Role == role && score.Verdict == ScoreVerdict.Right && cases.Contains(score.Key.CaseId)));
    }

    private static IEnumerable<ContentPart> Remarks(ModelRole role, DocumentFacts facts)
    {
        var model = facts.Configuration.ModelOf(role);
        if (model.IsSimulated)
        {
            yield return new NoticePart("Simulated",
                "Tokens and price of a simulated model stand for no provider's; no figure derived from them says what a language model costs.");
        }

        if (facts.Configuration.ReplayedFrom is not null || (role == ModelRole.Baseline && facts.Configuration.FrozenBaseline is not null))
        {
            yield return ParagraphPart.Plain(
                $"{model.DisplayName} was answered from a recording: its tokens were paid for when that was made, not in this run.");
        }
    }

    /// <summary>Calls that are no trials, and stand in no sum of the table.</summary>
    private static IEnumerable<ContentPart> Beside(DocumentFacts facts)
    {
        var warmUps = facts.Trail.Of(AuditAction.WarmedUp).Select(entry => UsageIn(entry.Record.Entry.After ?? "{}")).ToList();
        if (warmUps.Count > 0)
        {
            var usage = warmUps.Aggregate((left, right) => left + right);
            yield return ParagraphPart.Plain(
                $"Not in the table: {Figures.Count(warmUps.Count, "warm-up call")}, not scored, with {StatusWords.Number(usage.PromptTokens)} tokens in and "
                + $"{StatusWords.Number(usage.CompletionTokens)} out.");
        }

        if (CountOf(facts, AuditAction.SequentialAsked) is > 0 and var again)
        {
            yield return ParagraphPart.Plain(
                $"Not in the table: {Figures.Count(again, "call")} of the second look at reproducibility, one at a time, whose tokens stand in their records.");
        }

        if (CountOf(facts, AuditAction.EmbeddingsReceived, AuditAction.EmbeddingsFailed) is > 0 and var embeddings)
        {
            yield return ParagraphPart.Plain($"Not in the table: {Figures.Count(embeddings, "call")} for embeddings, whose price is {NotKnown}.");
        }
    }

    private static int CountOf(DocumentFacts facts, params string[] actions) =>
        facts.Trail.Calls.Where(tally => actions.Contains(tally.Action)).Sum(tally => tally.Count);

    private static TokenUsage UsageIn(string after)
    {
        using var document = JsonDocument.Parse(after);
        long Of(string name) => document.RootElement.TryGetProperty(name, out var value) ? value.GetInt64() : 0;
        return new TokenUsage(Of("promptTokens"), Of("completionTokens"));
    }

    private static string Figure(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>What one model used for one task.</summary>
    private sealed record TaskUsage(ModelSpec Model, int Calls, TokenUsage Tokens, int Accepted)
    {
        public static TaskUsage operator +(TaskUsage left, TaskUsage right) =>
            new(left.Model, left.Calls + right.Calls, left.Tokens + right.Tokens, left.Accepted + right.Accepted);
    }
}
