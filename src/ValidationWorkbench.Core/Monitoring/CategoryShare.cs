namespace ValidationWorkbench.Monitoring;

/// <summary>How often a category was given.</summary>
/// <param name="Label">The category; several joined by plus signs where they were merged.</param>
/// <param name="Reference">Cases of the reference run.</param>
/// <param name="Production">Answers in production.</param>
public sealed record CategoryShare(string Label, int Reference, int Production)
{
    /// <summary>Joins the labels of merged categories.</summary>
    public const string Plus = " + ";

    public static CategoryShare operator +(CategoryShare left, CategoryShare right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new CategoryShare($"{left.Label}{Plus}{right.Label}", left.Reference + right.Reference, left.Production + right.Production);
    }
}
