using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Texts;

namespace ValidationWorkbench.Scoring;

/// <summary>Judges an OQ suite: coverage is recomputed from the tests, never taken from what the model says of itself.</summary>
public static class OqSuiteScorer
{
    /// <summary>The score. A reply without a readable suite is wrong, with the reason.</summary>
    public static TrialScore Score(TrialKey key, TestCase testCase, ModelReply reply)
    {
        ArgumentNullException.ThrowIfNull(testCase);
        var (suite, fault) = OqSuite.Read(reply);
        if (suite is null)
        {
            return new TrialScore
            {
                Key = key,
                Verdict = ScoreVerdict.Wrong,
                Reason = fault!.ToString(),
                Decision = $"({fault.Kind})",
                SchemaConforms = false,
                Fault = fault.Kind,
                Coverage = 0,
                Structure = 0,
                MustHave = testCase.MustHave.Count == 0 ? null : 0,
            };
        }

        var ids = testCase.Requirements.Select(requirement => requirement.Id).ToHashSet(StringComparer.Ordinal);
        var missing = ids.Except(suite.Tests.Where(test => test.IsComplete).SelectMany(test => test.RequirementIds)).Order(StringComparer.Ordinal).ToList();
        var invented = suite.Tests.SelectMany(test => test.RequirementIds).Where(id => !ids.Contains(id)).Distinct().Order(StringComparer.Ordinal).ToList();
        var unmet = testCase.MustHave.Where(check => !IsMet(check, suite)).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var incomplete = suite.Tests.Count(test => !seen.Add(test.Id) || !test.IsComplete);
        var faults = Describe(missing, invented, unmet, incomplete, suite.Tests.Count);
        return new TrialScore
        {
            Key = key,
            Verdict = faults.Length == 0 ? ScoreVerdict.Right : ScoreVerdict.Wrong,
            Reason = faults.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"all {ids.Count} requirements covered by {suite.Tests.Count} tests") : faults,
            Decision = Fingerprint(suite),
            SchemaConforms = true,
            Confidence = suite.Confidence,
            Coverage = ids.Count == 0 ? 0 : (double)(ids.Count - missing.Count) / ids.Count,
            Structure = suite.Tests.Count == 0 ? 0 : (double)(suite.Tests.Count - incomplete) / suite.Tests.Count,
            MustHave = testCase.MustHave.Count == 0 ? null : (double)(testCase.MustHave.Count - unmet.Count) / testCase.MustHave.Count,
            InventedIds = invented.Count,
        };
    }

    private static bool IsMet(MustHaveCheck check, OqSuite suite) =>
        suite.Tests.Any(test => test.RequirementIds.Contains(check.Requirement) && check.Terms.All(term => Terms.OccurIn(term, test.FullText)));

    private static string Describe(List<string> missing, List<string> invented, List<MustHaveCheck> unmet, int incomplete, int tests)
    {
        var parts = new List<string>();
        if (tests == 0)
        {
            parts.Add("the suite has no tests");
        }

        if (missing.Count > 0)
        {
            parts.Add($"not covered: {string.Join(", ", missing)}");
        }

        if (invented.Count > 0)
        {
            parts.Add($"invented requirement ids: {string.Join(", ", invented)}");
        }

        if (incomplete > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{incomplete} of {tests} tests incomplete"));
        }

        if (unmet.Count > 0)
        {
            parts.Add($"must-have checks not found: {string.Join("; ", unmet.Select(check => $"{check.Requirement} ({check.Check})"))}");
        }

        return string.Join("; ", parts);
    }

    /// <summary>First 16 hex digits of the SHA-256 of the normalised steps: equal for suites that differ in spacing, letter case and compatibility forms alone.</summary>
    private static string Fingerprint(OqSuite suite)
    {
        var text = string.Join('\n', suite.Steps.Select(step => $"{string.Join(' ', TokenTable.Words(step.Action))}|{string.Join(' ', TokenTable.Words(step.ExpectedResult))}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}
