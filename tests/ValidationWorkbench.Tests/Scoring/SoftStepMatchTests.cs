using ValidationWorkbench.Scoring;
using ValidationWorkbench.Statistics;
using ValidationWorkbench.Tests.Texts;
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

    [Fact]
    public void The_worked_example_pairs_four_steps_out_of_order()
    {
        var matching = Match(A, B);
        Assert.Equal([(0, 1), (1, 0), (2, 3), (3, 2)], matching.Pairs.Select(pair => (pair.Left, pair.Right)));
        Assert.Equal([21.0 / 26, 21.0 / 22, 1, 41.0 / 48], matching.Pairs.Select(pair => pair.Similarity), (one, two) => Math.Abs(one - two) < 1e-15);
        Assert.Empty(matching.UnmatchedLeft);
        Assert.Equal([4], matching.UnmatchedRight);
        Assert.Equal([4], Match(B, A).UnmatchedLeft);

        // 1 0 3 2: two of four ascend.
        Assert.Equal(0.5, matching.OrderShare);
    }

    [Fact]
    public void Steps_in_order_have_an_order_share_of_one_and_steps_reversed_the_least()
    {
        Assert.Equal(1, Match(A, A).OrderShare);
        Assert.Equal(0.25, Match(A, [.. A.Reverse()]).OrderShare);
        Assert.Equal(0.75, Match(A, [A[1], A[2], A[3], A[0]]).OrderShare);
        Assert.Null(Match(A, []).OrderShare);
        Assert.Null(Match([("Unplug", "Dark")], A).OrderShare);
    }

    [Fact]
    public void Twins_are_paired_in_their_order() =>
        Assert.Equal([(0, 0), (1, 1), (2, 2)], Match([A[0], A[0], A[0]], [A[0], A[0], A[0], A[0]]).Pairs.Select(pair => (pair.Left, pair.Right)));

    [Fact]
    public void A_part_without_words_on_both_sides_says_nothing()
    {
        // The action alone decides: Dice 4/5; were the empty results alike, ("a b", "") and ("c d", "") would be half alike.
        Assert.Equal(0.8, Similarity([("open file", "")], [("open file now", "-")])!.Value, 1e-15);
        Assert.Equal(0, Similarity([("a b", "")], [("c d", "")]));
        Assert.Equal(0.8, Similarity([("", "open file")], [("", "open file now")])!.Value, 1e-15);
        Assert.Equal(0, Similarity([("a b", "a b")], [("c d", "")]));
        Assert.Equal(0, Similarity([("", "")], [("", "")]));
    }

    [Fact]
    public void A_pair_on_the_threshold_is_kept_whatever_its_fractions()
    {
        // Dice a/n and 1 - a/n, whose mean is one half.
        for (var n = 2; n <= 40; n++)
        {
            for (var common = 0; common <= n; common++)
            {
                (string, string)[] left = [(Words('a', n), Words('c', n))];
                (string, string)[] right = [($"{Words('a', common)} {Words('b', n - common)}", $"{Words('c', n - common)} {Words('d', common)}")];
                Assert.Equal(0.5, Similarity(left, right));
            }
        }

        static string Words(char letter, int count) => string.Join(' ', Enumerable.Range(1, count).Select(i => new string(letter, i)));
    }

    [Fact]
    public void A_threshold_is_a_share()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SoftStepMatch.Match([], [], 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SoftStepMatch.Match([], [], double.NaN));

        var table = new TokenTable();
        Assert.Empty(SoftStepMatch.Match(Tokens([("a", "a")], table), Tokens([("b", "b")], table), 0).Pairs);
        Assert.Single(SoftStepMatch.Match(Tokens([("a", "a")], table), Tokens([("a", "b")], table), 0.1).Pairs);
    }

    [Fact]
    public void Generated_suites_keep_the_rules_of_a_similarity()
    {
        var random = new SplitMix64(9);
        for (var round = 0; round < 300; round++)
        {
            (string, string)[] left = Suite(random), right = Suite(random);
            var matching = Match(left, right);
            var score = matching.Score!.Value;
            Assert.InRange(score, 0, 1);
            Assert.Equal(score, Similarity(right, left)!.Value, 1e-12);
            Assert.Equal(score, Similarity(Shuffled(left, random), Shuffled(right, random))!.Value, 1e-12);
            Assert.Equal(1, Similarity(left, Shuffled(left, random))!.Value, 1e-12);
            Assert.Equal(left.Length, matching.Pairs.Count + matching.UnmatchedLeft.Count);
            Assert.Equal(right.Length, matching.Pairs.Count + matching.UnmatchedRight.Count);
            Assert.All(matching.Pairs, pair => Assert.InRange(pair.Similarity, SoftStepMatch.Threshold, 1));

            // A step that is like no other lowers the score on either side, unless nothing was alike.
            (string, string) stranger = ("unplug", "dark");
            var lower = score * (left.Length + right.Length) / (left.Length + right.Length + 1);
            Assert.Equal(lower, Similarity([.. left, stranger], right)!.Value, 1e-12);
            Assert.Equal(lower, Similarity(left, [stranger, .. right])!.Value, 1e-12);
        }
    }

    private static (string, string)[] Suite(SplitMix64 random) =>
        [.. Enumerable.Range(0, 1 + random.NextIndex(7)).Select(_ => ($"open {GeneratedTexts.Text(random)}", $"shown {GeneratedTexts.Text(random)}"))];

    private static (string, string)[] Shuffled((string, string)[] steps, SplitMix64 random) => [.. steps.OrderBy(_ => random.Next())];

    private static double? Similarity((string Action, string Expected)[] left, (string Action, string Expected)[] right) => Match(left, right).Score;

    private static StepMatching Match((string Action, string Expected)[] left, (string Action, string Expected)[] right)
    {
        var table = new TokenTable();
        return SoftStepMatch.Match(Tokens(left, table), Tokens(right, table));
    }

    private static List<StepTokens> Tokens((string Action, string Expected)[] steps, TokenTable table) =>
        [.. steps.Select(step => StepTokens.Of(new OqStep(1, step.Action, step.Expected), table))];
}
