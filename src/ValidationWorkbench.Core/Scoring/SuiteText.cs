namespace ValidationWorkbench.Scoring;

/// <summary>A suite as one text, for comparisons that know no steps.</summary>
public static class SuiteText
{
    /// <summary>
    /// One line per step of all tests in order, <c>action | expected result</c>, white space reduced to single spaces; empty where there is
    /// no step.
    /// </summary>
    public static string Of(OqSuite suite)
    {
        ArgumentNullException.ThrowIfNull(suite);
        return string.Join('\n', suite.Steps.Select(step => $"{OneLine(step.Action)} | {OneLine(step.ExpectedResult)}"));
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
