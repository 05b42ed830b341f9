using System.Text.Json;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Scoring;
using ValidationWorkbench.Texts;

namespace ValidationWorkbench.Oracles;

/// <summary>Texts and suites: <c>text.*</c>.</summary>
internal static class TextOracles
{
    private const string Ok = "OK", Undefined = "UNDEFINED", Degenerate = "DEGENERATE";

    private const string Bm25Idf = "ln(1+(N-df+0.5)/(df+0.5))";

    public static IReadOnlyDictionary<string, OracleMethod> Methods { get; } = new Dictionary<string, OracleMethod>
    {
        ["text.pair"] = Pair,
        ["text.chrf"] = Characters,
        ["text.tfidf_cosine"] = Cosines,
        ["text.bm25"] = Bm25Scores,
        ["text.bleu"] = BleuScore,
        ["text.critical_tokens"] = Critical,
        ["text.optimal_assignment"] = Assignment,
        ["text.thresholded_assignment_total"] = ThresholdedAssignment,
        ["text.soft_step_f1"] = SoftSteps,
        ["text.requirement_coverage"] = Coverage,
        ["text.repeat_similarity"] = Repeats,
        ["text.ceiling_ratio"] = Ceiling,
    };

    private static object Pair(OracleArguments arguments)
    {
        string left = arguments.Text("a"), right = arguments.Text("b");
        var rouge1 = SimilarityOf("rouge1F")(left, right);
        return new
        {
            levenshtein = EditDistance.Edits(left, right),
            levenshteinSimilarity = EditDistance.Similarity(left, right),
            jaccard = SimilarityOf("jaccard")(left, right),
            rouge1F = rouge1,
            rougeLF = SimilarityOf("rougeLF")(left, right),
            chrF1 = CharacterF.Score(left, right),
            status = StatusOf(rouge1),
        };
    }

    private static object Characters(OracleArguments arguments)
    {
        var order = arguments.Count("order", CharacterF.DefaultOrder);
        bool withSpaces = arguments.Flag("whitespace", false), isCaseSensitive = !arguments.Flag("lowercase", true);
        double? Score(double beta) => CharacterF.Score(arguments.Text("a"), arguments.Text("b"), beta, order, withSpaces, isCaseSensitive);
        var beta = arguments.Number("beta", 1);
        return new { chrF1 = Score(1), chrF2 = Score(2), chrF = Score(beta), status = StatusOf(Score(1)) };
    }

    private static object Cosines(OracleArguments arguments)
    {
        // A cosine does not depend on how long the vectors are, so "norm" makes no difference.
        var cosines = TfIdf.Cosines(arguments.Texts("corpus"), arguments.Flag("smoothIdf", true));
        return new { cosine = cosines, status = StatusOf([.. cosines.SelectMany(row => row)]) };
    }

    private static object Bm25Scores(OracleArguments arguments)
    {
        if (arguments.Has("idf") && arguments.Text("idf") != Bm25Idf)
        {
            throw new FormatException($"idf: only {Bm25Idf} is offered.");
        }

        var scores = Bm25.Scores(arguments.Text("query"), arguments.Texts("corpus"), arguments.Number("k1", 1.5), arguments.Number("b", 0.75));
        return new { scores, status = StatusOf([.. scores]) };
    }

    private static object BleuScore(OracleArguments arguments)
    {
        if (arguments.Has("smoothing") && arguments.Text("smoothing") != "none")
        {
            throw new FormatException("smoothing: only none is offered.");
        }

        Func<string, IReadOnlyList<string>> words = !arguments.Has("tokenize") || arguments.Text("tokenize") == "whitespace"
            ? text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            : TokenTable.Words;
        var bleu = Bleu.Of(words(arguments.Text("hypothesis")), [.. arguments.Texts("references").Select(words)], arguments.Count("maxOrder", 4));
        return new { bleu = bleu.Score, brevityPenalty = bleu.BrevityPenalty, precisions = bleu.Precisions, status = StatusOf(bleu.Score) };
    }

    private static object Critical(OracleArguments arguments)
    {
        var (onlyInLeft, onlyInRight) = CriticalTokens.Difference(arguments.Text("a"), arguments.Text("b"));
        return new
        {
            onlyInA = onlyInLeft.Select(token => token.Text).ToArray(),
            onlyInB = onlyInRight.Select(token => token.Text).ToArray(),
            flag = onlyInLeft.Count + onlyInRight.Count > 0,
            status = Ok,
        };
    }

    private static object Assignment(OracleArguments arguments)
    {
        var weights = Matrix(arguments);
        var columns = LinearAssignment.Maximise(weights);
        return new
        {
            rowToColumn = columns.Select(column => column < 0 ? (int?)null : column).ToArray(),
            total = columns.Select((column, row) => column < 0 ? 0 : weights[row, column]).Sum(),
            status = Ok,
        };
    }

    private static object ThresholdedAssignment(OracleArguments arguments)
    {
        var weights = Matrix(arguments);
        var threshold = arguments.Number("tau", SoftStepMatch.Threshold);
        for (var i = 0; i < weights.GetLength(0); i++)
        {
            for (var j = 0; j < weights.GetLength(1); j++)
            {
                weights[i, j] = weights[i, j] >= threshold ? weights[i, j] : 0;
            }
        }

        var pairs = LinearAssignment.MaximisePairs(weights).Select((column, row) => (row, column)).Where(pair => pair.column >= 0).ToList();
        return new
        {
            keptTotal = pairs.Sum(pair => weights[pair.row, pair.column]),
            matched = pairs.Count,
            pairs = pairs.Select(pair => new[] { pair.row, pair.column }).ToArray(),
            status = Ok,
        };
    }

    private static object SoftSteps(OracleArguments arguments)
    {
        const string similarity = "mean(rouge1F(action),rouge1F(expected))";
        if (arguments.Has("pairSimilarity") && arguments.Text("pairSimilarity") != similarity)
        {
            throw new FormatException($"pairSimilarity: only {similarity} is offered.");
        }

        List<OqStep> left = Steps(arguments["a"]), right = Steps(arguments["b"]);
        var table = new TokenTable();
        List<StepTokens> one = [.. left.Select(step => StepTokens.Of(step, table))], two = [.. right.Select(step => StepTokens.Of(step, table))];
        var matching = SoftStepMatch.Match(one, two, arguments.Number("tau", SoftStepMatch.Threshold));
        var similarities = SoftStepMatch.Similarities(one, two);
        return new
        {
            similarity = left.Select((_, i) => right.Select((_, j) => similarities[i, j]).ToArray()).ToArray(),
            score = matching.Score,
            matched = matching.Pairs.Count,
            unmatchedA = matching.UnmatchedLeft.Count,
            unmatchedB = matching.UnmatchedRight.Count,
            pairs = matching.Pairs.Select(pair => new[] { pair.Left, pair.Right }).ToArray(),
            stepOrder = matching.OrderShare,
            criticalPairs = CriticalDifference.Of(matching, left.ConvertAll(CriticalStep.Of), right.ConvertAll(CriticalStep.Of)).Count,
            status = StatusOf(matching.Score),
        };
    }

    private static object Coverage(OracleArguments arguments)
    {
        var coverage = RequirementCoverage.Of(arguments.Texts("baseline"), arguments.Texts("candidate"));
        return new
        {
            covered = coverage.Covered,
            jaccard = coverage.Jaccard,
            missing = coverage.Missing,
            extra = coverage.Extra,
            passed = coverage.Covered == 1,
            status = StatusOf(coverage.Covered),
        };
    }

    private static object Repeats(OracleArguments arguments)
    {
        var similarity = SimilarityOf(arguments.Has("pairSimilarity") ? arguments.Text("pairSimilarity") : "rouge1F");
        var means = RepeatSimilarity.Of(arguments.Texts("baseline"), arguments.Texts("candidate"), similarity);
        return new
        {
            selfBaseline = means.SelfBaseline,
            selfCandidate = means.SelfCandidate,
            cross = means.Cross,
            undefinedPairs = means.Undefined,
            status = StatusOf(means.SelfBaseline, means.SelfCandidate, means.Cross),
        };
    }

    private static object Ceiling(OracleArguments arguments)
    {
        double?[] self = OracleWords.NumbersOrNull(arguments["selfSimilarityBaseline"]), cross = OracleWords.NumbersOrNull(arguments["similarityCandidateBaseline"]);
        if (self.Length != cross.Length)
        {
            throw new FormatException("selfSimilarityBaseline and similarityCandidateBaseline differ in length.");
        }

        var cases = self.Zip(cross).Where(pair => pair is { First: not null, Second: not null }).Select(pair => (pair.First!.Value, pair.Second!.Value)).ToList();
        var target = arguments.Number("ratioTarget", 0.85);
        var ratio = CeilingRatio.Of(cases, target, arguments.Number("conf", 0.95));
        var hasBound = ratio?.Surplus is { IsDegenerate: false };
        return new
        {
            n = cases.Count,
            meanSBB = ratio?.MeanSelf,
            meanSCB = ratio?.MeanCross,
            ratio = ratio?.Ratio,
            uMean = ratio?.MeanCross - (target * ratio?.MeanSelf),
            uLower = hasBound ? ratio!.Surplus!.Lower : (double?)null,
            diffMean = ratio?.MeanCross - ratio?.MeanSelf,
            diffLower = ratio?.Difference is { IsDegenerate: false } difference ? difference.Lower : (double?)null,
            passed = hasBound && ratio!.Surplus!.Lower > 0,
            status = ratio?.Surplus is null ? Undefined : hasBound ? Ok : Degenerate,
        };
    }

    private static Func<string, string, double?> SimilarityOf(string name)
    {
        var table = new TokenTable();
        return name switch
        {
            "rouge1F" or "dice" => (left, right) => Dice.Similarity(table.Tokens(left), table.Tokens(right)),
            "rougeLF" => (left, right) => RougeL.Similarity(table.Sequence(left), table.Sequence(right)),
            "jaccard" => (left, right) => Jaccard.Similarity(table.Tokens(left), table.Tokens(right)),
            "levenshteinSimilarity" => EditDistance.Similarity,
            "chrF1" => (left, right) => CharacterF.Score(left, right),
            _ => throw new FormatException($"pairSimilarity: {name} is not known."),
        };
    }

    private static string StatusOf(params double?[] values) => values.Length == 0 || values.Any(value => value is null) ? Undefined : Ok;

    private static List<OqStep> Steps(JsonElement array) =>
        [.. array.EnumerateArray().Select((step, i) => new OqStep(i + 1, PartOf(step, "action"), PartOf(step, "expected")))];

    private static string PartOf(JsonElement step, string name) => step.TryGetProperty(name, out var part) ? part.GetString() ?? string.Empty : string.Empty;

    private static double[,] Matrix(OracleArguments arguments)
    {
        var rows = arguments.NumberRows("similarity");
        var matrix = new double[rows.Length, rows.Length == 0 ? 0 : rows[0].Length];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < matrix.GetLength(1); j++)
            {
                matrix[i, j] = rows[i][j];
            }
        }

        return matrix;
    }
}
