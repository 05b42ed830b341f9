using ValidationWorkbench.Scoring;
using ValidationWorkbench.Texts;
using Xunit;

namespace ValidationWorkbench.Tests.Scoring;

/// <summary>Similarity of suites, step by step.</summary>
public sealed class SoftStepMatchTests
{
    private static readonly (string Action, string Expected)[] A =
    [
        ("Log in as QA reviewer", "User is logged in and home page is shown"),
        ("Open batch record 4711", "Batch record 4711 is displayed"),
        ("Sign the record electronically", "Signature meaning, user name and time stamp are stored"),
        ("Try to edit the signed record", "Editing is blocked and the attempt is logged"),
    ];

    private static readonly (string Action, string Expected)[] B =
    [
        ("Open batch record 4711", "The batch record 4711 is displayed"),
        ("Log in as QA reviewer", "Home page is shown"),
        ("Try to change the signed record", "Change is blocked and the attempt is logged"),
        ("Sign the record electronically", "Signature meaning, user name and time stamp are stored"),
        ("Export the audit trail", "PDF with all entries is created"),
    ];

    [Fact]
    public void The_worked_example_gives_8036()
    {
        // Kept pairs by hand: 21/26 + 21/22 + 1 + 41/48 = 3.616405; 2 x 3.616405 / (4 + 5), the optimum of R clue::solve_LSAP.
        var kept = (21.0 / 26) + (21.0 / 22) + 1 + (41.0 / 48);
        Assert.Equal(0.803645428645429, Similarity(A, B)!.Value, 1e-14);
        Assert.Equal(2 * kept / 9, Similarity(A, B)!.Value, 1e-14);
    }

    [Fact]
    public void It_is_symmetric() => Assert.Equal(Similarity(A, B)!.Value, Similarity(B, A)!.Value, 1e-15);

    [Fact]
    public void A_suite_is_wholly_like_itself_in_any_order_of_steps()
    {
        Assert.Equal(1, Similarity(A, A));
        Assert.Equal(1, Similarity(A, [A[2], A[0], A[3], A[1]]));
    }

    [Fact]
    public void A_step_too_many_costs_on_both_sides()
    {
        // 2 x 4 / (4 + 5)
        Assert.Equal(8.0 / 9, Similarity(A, [.. A, ("Unplug", "Dark")])!.Value, 1e-15);
        Assert.Equal(8.0 / 9, Similarity([.. A, ("Unplug", "Dark")], A)!.Value, 1e-15);
    }

    [Fact]
    public void A_step_that_is_there_twice_has_one_twin_only() => Assert.Equal(2.0 / 3, Similarity([A[0]], [A[0], A[0]])!.Value, 1e-15);

    [Fact]
    public void No_step_in_common_is_zero_and_no_steps_at_all_is_undefined()
    {
        Assert.Equal(0, Similarity([("Unplug", "Dark")], A));
        Assert.Equal(0, Similarity([], A));
        Assert.Equal(0, Similarity(A, []));
        Assert.Null(Similarity([], []));
    }

    [Fact]
    public void Half_alike_counts_and_less_does_not()
    {
        // Dice 1 and 0 give 1/2; 1 and 0 with a word more on one side give (4/5 + 0)/2.
        Assert.Equal(0.5, Similarity([("open file", "shown")], [("open file", "denied")]));
        Assert.Equal(0, Similarity([("open file", "shown")], [("open file now", "denied")]));
    }

    [Fact]
    public void Pairs_below_the_threshold_are_dropped_before_the_assignment_and_not_after()
    {
        // Dice: 18/20 and 6/13 for the first, 6/13 and 0 for the second. An assignment on all values would take 6/13 + 6/13 > 18/20 and then lose both.
        (string, string)[] left = [Both("a b c d e f g h i j"), Both("a b c")];
        (string, string)[] right = [Both("a b c d e f g h i z"), Both("d e f")];
        Assert.Equal(2 * 0.9 / 4, Similarity(left, right)!.Value, 1e-15);

        static (string, string) Both(string text) => (text, text);
    }

    private static double? Similarity((string Action, string Expected)[] left, (string Action, string Expected)[] right)
    {
        var table = new TokenTable();
        List<StepTokens> Tokens((string Action, string Expected)[] steps) => [.. steps.Select(step => new StepTokens(table.Tokens(step.Action), table.Tokens(step.Expected)))];
        return SoftStepMatch.Similarity(Tokens(left), Tokens(right));
    }
}
