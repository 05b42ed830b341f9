using System.Globalization;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Texts;

namespace ValidationWorkbench.Scoring;

/// <summary>Judges a categorization reply against the verified expectation of its case.</summary>
public static class CategorizationScorer
{
    private const double SameNameFrom = 0.5;

    /// <summary>The score. A reply without a readable answer is wrong, with the reason.</summary>
    public static TrialScore Score(TrialKey key, TestCase testCase, ModelReply reply)
    {
        ArgumentNullException.ThrowIfNull(testCase);
        var (answer, fault) = CategorizationAnswer.Read(reply);
        if (answer is null)
        {
            return new TrialScore { Key = key, Verdict = ScoreVerdict.Wrong, Reason = fault!.ToString(), Decision = $"({fault.Kind})", SchemaConforms = false, Fault = fault.Kind };
        }

        var expected = testCase.Expected!;
        var matches = Match(expected.Components, answer.Components);
        var (verdict, reason, under) = expected.Components.Count > 0 ? JudgeHybrid(expected, answer, matches) : JudgeSingle(expected, answer);
        return new TrialScore
        {
            Key = key,
            Verdict = verdict,
            Reason = reason,
            Decision = DecisionOf(answer, matches),
            SchemaConforms = true,
            UnderCategorized = under,
            MissingComponents = matches.Count(match => match is null),
            Category = answer.Category,
            Confidence = answer.Confidence,
            QuotesGiven = answer.Evidence.Count,
            QuotesFound = answer.Evidence.Count(quote => Quote.OccursIn(quote, testCase.Text!)),
        };
    }

    private static (ScoreVerdict Verdict, string Reason, bool Under) JudgeSingle(ExpectedCategory expected, CategorizationAnswer answer)
    {
        var acceptable = expected.Acceptable;
        if (answer.Category is not { } category)
        {
            return (ScoreVerdict.Undecided, $"undecided; expected {Words(acceptable)}", false);
        }

        if (acceptable.Contains(category))
        {
            return (ScoreVerdict.Right, $"category {Word(category)} as expected", false);
        }

        var under = category < acceptable[0];
        var note = category == 2 ? ", which is retired" : category is 1 or 3 or 4 or 5 ? string.Empty : ", which does not exist";
        return (ScoreVerdict.Wrong, $"category {Word(category)}{note}; expected {Words(acceptable)}{(under ? "; under-categorized" : string.Empty)}", under);
    }

    private static (ScoreVerdict Verdict, string Reason, bool Under) JudgeHybrid(ExpectedCategory expected, CategorizationAnswer answer, AnsweredComponent?[] matches)
    {
        var overall = expected.Acceptable[0];
        if (answer.Category is null && answer.Components.Count == 0)
        {
            return (ScoreVerdict.Undecided, $"undecided; expected components up to category {Word(overall)}", false);
        }

        var wrong = expected.Components.Where((component, i) => matches[i]?.Category != component.Category).Select(component => component.Name).ToList();
        var under = (answer.Category is { } given && given < overall)
            || expected.Components.Where((component, i) => matches[i] is { } found && found.Category < component.Category).Any();
        if (answer.Category == overall && wrong.Count == 0)
        {
            return (ScoreVerdict.Right, $"all {expected.Components.Count.ToString(CultureInfo.InvariantCulture)} components as expected", false);
        }

        var parts = wrong.Count == 0 ? $"overall category {answer.Category?.ToString(CultureInfo.InvariantCulture) ?? "none"}; expected {Word(overall)}"
            : $"components missing or wrong: {string.Join(", ", wrong)}";
        return (ScoreVerdict.Wrong, under ? $"{parts}; under-categorized" : parts, under);
    }

    /// <summary>Pairs components by the likeness of their names, each used once; a pair less than half alike is none.</summary>
    private static AnsweredComponent?[] Match(IReadOnlyList<ExpectedComponent> expected, IReadOnlyList<AnsweredComponent> answered)
    {
        var names = new TokenTable();
        var left = expected.Select(component => names.Tokens(component.Name)).ToList();
        var right = answered.Select(component => names.Tokens(component.Name)).ToList();
        var weights = new double[left.Count, right.Count];
        for (var i = 0; i < left.Count; i++)
        {
            for (var j = 0; j < right.Count; j++)
            {
                weights[i, j] = Dice.Similarity(left[i], right[j]) is { } likeness && likeness >= SameNameFrom ? likeness : 0;
            }
        }

        return [.. LinearAssignment.MaximisePairs(weights).Select(j => j >= 0 ? answered[j] : null)];
    }

    /// <summary>
    /// Overall category, then that of each expected component in their order (a dash for none), then those of further components: two answers that give the
    /// same categories to different components are not the same decision.
    /// </summary>
    private static string DecisionOf(CategorizationAnswer answer, AnsweredComponent?[] matches)
    {
        var overall = answer.Category?.ToString(CultureInfo.InvariantCulture) ?? "undecided";
        var further = answer.Components.Except(matches.OfType<AnsweredComponent>(), ReferenceEqualityComparer.Instance).Cast<AnsweredComponent>().Select(component => component.Category).Order().Select(Word);
        return answer.Components.Count == 0 ? overall : $"{overall} [{string.Join(' ', matches.Select(match => match is null ? "–" : Word(match.Category)).Concat(further))}]";
    }

    private static string Words(IReadOnlyList<int> categories) => string.Join(" or ", categories.Select(Word));

    private static string Word(int category) => category.ToString(CultureInfo.InvariantCulture);
}
