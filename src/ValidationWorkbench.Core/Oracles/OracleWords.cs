using System.Text.Json;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Oracles;

/// <summary>Words of oracle files, and what they mean here.</summary>
internal static class OracleWords
{
    /// <summary>Such as <c>NO_UPPER_BOUND</c>.</summary>
    public static string Of(EstimateStatus status) => CriterionWords.Kebab(status).Replace('-', '_').ToUpperInvariant();

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Go => "GO",
        Verdict.NoGo => "NO_GO",
        _ => "INSUFFICIENT_EVIDENCE",
    };

    public static string Of(Outcome outcome) => Of(outcome switch
    {
        Outcome.Go => Verdict.Go,
        Outcome.NoGo => Verdict.NoGo,
        _ => Verdict.Undecided,
    });

    /// <summary>Only a GO lets the candidate in.</summary>
    public static string Action(Outcome outcome) => outcome == Outcome.Go ? "PROCEED" : "WAIT";

    /// <summary>The verdict of a word; what is not available was not shown.</summary>
    public static Verdict ReadVerdict(string? word) => word switch
    {
        "GO" => Verdict.Go,
        "NO_GO" => Verdict.NoGo,
        "INSUFFICIENT_EVIDENCE" or null => Verdict.Undecided,
        _ => throw new FormatException($"{word} is no verdict."),
    };

    /// <summary>Confidence of one bound of an interval whose <c>conf</c> holds for as many sides as <c>sided</c> says.</summary>
    public static double OneSided(OracleArguments arguments, int sided) => arguments.Count("sided", sided) switch
    {
        1 => arguments.Number("conf", 0.95),
        2 => (1 + arguments.Number("conf", 0.95)) / 2,
        var other => throw new FormatException($"An interval has one side or two, not {other}."),
    };

    /// <summary>An interval under the names that files use.</summary>
    public static object Interval(IntervalEstimate interval) =>
        new { status = Of(interval.Status), estimate = interval.Estimate, lower = interval.Lower, upper = interval.Upper };

    /// <summary>Right (1 or true) and wrong (0 or false) answers; what is not available is wrong.</summary>
    public static bool[] Rights(JsonElement array) => [.. array.EnumerateArray().Select(element => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False or JsonValueKind.Null => false,
        _ => element.GetDouble() switch { 1 => true, 0 => false, _ => throw new FormatException($"{element.GetRawText()} is neither 1 nor 0.") },
    })];

    /// <summary>Numbers of which some are not available.</summary>
    public static double?[] NumbersOrNull(JsonElement array) =>
        [.. array.EnumerateArray().Select(element => element.ValueKind == JsonValueKind.Null ? (double?)null : element.GetDouble())];

    /// <summary>A criterion with nothing but what its method looks at.</summary>
    public static AcceptanceCriterion Criterion(CriterionKind kind, CriterionMethod method, double limit, double oneSidedConfidence) => new()
    {
        Id = "oracle",
        Kind = kind,
        Requirement = "oracle",
        Severity = Severity.Major,
        Unit = CriterionUnit.Case,
        Method = method,
        Limit = limit,
        Confidence = oneSidedConfidence,
    };

    /// <summary>A comparison with so many gains and losses; which cases they are does not matter.</summary>
    public static Comparison Pairs(int gains, int losses, int n) =>
        new(n - gains - losses, 0, [.. Enumerable.Repeat(string.Empty, gains)], [.. Enumerable.Repeat(string.Empty, losses)]);
}
