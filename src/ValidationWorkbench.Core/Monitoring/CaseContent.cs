using ValidationWorkbench.Cases;

namespace ValidationWorkbench.Monitoring;

/// <summary>Whether two cases ask the same question and judge its answer alike. Titles of strata, origin and rationale change neither.</summary>
internal static class CaseContent
{
    public static bool IsSame((CaseTask Task, TestCase Case) first, (CaseTask Task, TestCase Case) second) =>
        first.Task == second.Task
        && CasePrompt.For(first.Task, first.Case) == CasePrompt.For(second.Task, second.Case)
        && IsSame(first.Case.Expected, second.Case.Expected)
        && first.Case.Requirements.SequenceEqual(second.Case.Requirements)
        && first.Case.MustHave.Count == second.Case.MustHave.Count
        && first.Case.MustHave.Zip(second.Case.MustHave).All(pair => IsSame(pair.First, pair.Second));

    private static bool IsSame(ExpectedCategory? first, ExpectedCategory? second) =>
        first is null ? second is null
        : second is not null && first.Acceptable.SequenceEqual(second.Acceptable) && first.Components.SequenceEqual(second.Components);

    private static bool IsSame(MustHaveCheck first, MustHaveCheck second) =>
        first.Requirement == second.Requirement && first.Check == second.Check && first.Terms.SequenceEqual(second.Terms);
}
