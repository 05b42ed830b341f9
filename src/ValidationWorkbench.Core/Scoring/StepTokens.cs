using ValidationWorkbench.Texts;

namespace ValidationWorkbench.Scoring;

/// <summary>A step as sorted token numbers of one <see cref="TokenTable"/>.</summary>
/// <param name="Action">Tokens of the action.</param>
/// <param name="Expected">Tokens of the expected result.</param>
public sealed record StepTokens(int[] Action, int[] Expected)
{
    /// <summary>The steps of a suite.</summary>
    public static IReadOnlyList<StepTokens> Of(OqSuite suite, TokenTable table)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(table);
        return [.. suite.Steps.Select(step => Of(step, table))];
    }

    /// <summary>One step.</summary>
    public static StepTokens Of(OqStep step, TokenTable table)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(table);
        return new StepTokens(table.Tokens(step.Action), table.Tokens(step.ExpectedResult));
    }
}
