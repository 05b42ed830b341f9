using System.Diagnostics;
using System.Globalization;
using ValidationWorkbench.Scoring;
using ValidationWorkbench.Statistics;
using ValidationWorkbench.Texts;

namespace ValidationWorkbench.Benchmarks;

/// <summary>Cost of pairing the steps of two suites, against the same pairing from similarities that are computed on strings, pair by pair.</summary>
internal static class SuiteMatching
{
    private const int ActionWords = 12, ResultWords = 15, Vocabulary = 300, Rounds = 15;

    /// <summary>Measures two suites of so many steps each and prints the best times after warm-up, the memory of one matching, and the ratio.</summary>
    public static void Measure(int steps)
    {
        var random = new SplitMix64(1);
        List<OqStep> left = Suite(random, steps), right = [.. left.Select(step => Altered(random, step))];
        var table = new TokenTable();
        List<StepTokens> one = [.. left.Select(step => StepTokens.Of(step, table))], two = [.. right.Select(step => StepTokens.Of(step, table))];

        var (matching, score) = Best(() => SoftStepMatch.Similarity(one, two)!.Value);
        var (tokens, _) = Best(() => left.Concat(right).Sum(step => StepTokens.Of(step, new TokenTable()).Action.Length));
        var (naive, naiveScore) = Best(() => Naive(left, right));
        var before = GC.GetAllocatedBytesForCurrentThread();
        SoftStepMatch.Similarity(one, two);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{steps} x {steps} steps: {matching:0.00} ms and {allocated / 1024} KiB to match, {tokens:0.00} ms to read the words, {naive:0.00} ms on strings"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"ratio of strings to numbers: {naive / matching:0} (scores {naiveScore:0.0000} and {score:0.0000})"));
    }

    private static List<OqStep> Suite(SplitMix64 random, int steps) =>
        [.. Enumerable.Range(1, steps).Select(number => new OqStep(number, Sentence(random, ActionWords), Sentence(random, ResultWords)))];

    private static string Sentence(SplitMix64 random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(random)));

    private static string Word(SplitMix64 random)
    {
        var number = random.NextIndex(Vocabulary);
        return string.Concat((char)('a' + (number % 26)), (char)('a' + (number / 26)), "word");
    }

    /// <summary>A step with a third of its words replaced.</summary>
    private static OqStep Altered(SplitMix64 random, OqStep step)
    {
        string Replace(string text) => string.Join(' ', text.Split(' ').Select(word => random.NextIndex(3) == 0 ? Word(random) : word));
        return new OqStep(step.Number, Replace(step.Action), Replace(step.ExpectedResult));
    }

    private static double Naive(List<OqStep> left, List<OqStep> right)
    {
        var weights = new double[left.Count, right.Count];
        for (var i = 0; i < left.Count; i++)
        {
            for (var j = 0; j < right.Count; j++)
            {
                var likeness = (Share(left[i].Action, right[j].Action) + Share(left[i].ExpectedResult, right[j].ExpectedResult)) / 2;
                weights[i, j] = likeness >= SoftStepMatch.Threshold ? likeness : 0;
            }
        }

        return 2 * LinearAssignment.MaximisePairs(weights).Select((j, i) => j < 0 ? 0 : weights[i, j]).Sum() / (left.Count + right.Count);
    }

    private static double Share(string left, string right)
    {
        IReadOnlyList<string> one = TokenTable.Words(left), two = TokenTable.Words(right);
        var counts = two.CountBy(word => word).ToDictionary();
        return 2.0 * one.CountBy(word => word).Sum(entry => Math.Min(entry.Value, counts.GetValueOrDefault(entry.Key))) / (one.Count + two.Count);
    }

    private static (double Milliseconds, double Value) Best(Func<double> work)
    {
        var (best, value) = (double.PositiveInfinity, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            value = work();
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }

        return (best, value);
    }
}
