namespace ValidationWorkbench.Assessment;

/// <summary>What a named expert found when looking at a critical difference.</summary>
/// <param name="IsAcceptable">True where the candidate's step may stand.</param>
/// <param name="Expert">Name of the person who judged.</param>
/// <param name="Reason">Why, in that person's words.</param>
public sealed record Disposition(bool IsAcceptable, string Expert, string Reason)
{
    /// <summary>Word for a difference that may stand.</summary>
    public const string Acceptable = "acceptable";

    /// <summary>Word for one that may not.</summary>
    public const string NotAcceptable = "not acceptable";

    /// <summary>The word of this one.</summary>
    public string Word => IsAcceptable ? Acceptable : NotAcceptable;
}
