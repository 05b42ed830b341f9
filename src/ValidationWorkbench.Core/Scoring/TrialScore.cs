using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Scoring;

/// <summary>The judgement on one answered trial.</summary>
public sealed record TrialScore
{
    public required TrialKey Key { get; init; }

    public required ScoreVerdict Verdict { get; init; }

    /// <summary>Why, in one line.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// What the model decided, in a form that can be compared over repeats: category and component categories, or for a suite a hash of
    /// its normalised steps; a fault's class where there is no answer.
    /// </summary>
    public required string Decision { get; init; }

    /// <summary>True where the reply could be read and obeys the structure.</summary>
    public required bool SchemaConforms { get; init; }

    /// <summary>Why there is no answer to judge; null where there is one.</summary>
    public ReplyFaultKind? Fault { get; init; }

    /// <summary>True where a category lower than every acceptable one was given.</summary>
    public bool UnderCategorized { get; init; }

    /// <summary>Components of a hybrid system that the answer leaves out, so that nobody would validate them.</summary>
    public int MissingComponents { get; init; }

    /// <summary>Overall category answered; null for none.</summary>
    public int? Category { get; init; }

    /// <summary>Confidence stated by the model, in [0,1]; null where the reply is unreadable.</summary>
    public double? Confidence { get; init; }

    /// <summary>Quotes given, and those that really occur in the document.</summary>
    public int QuotesGiven { get; init; }

    public int QuotesFound { get; init; }

    /// <summary>Share of requirements covered by a complete test, in [0,1]; null for categorization.</summary>
    public double? Coverage { get; init; }

    /// <summary>Share of tests that are complete, in [0,1]; null for categorization.</summary>
    public double? Structure { get; init; }

    /// <summary>Share of must-have checks found, in [0,1]; null for categorization or where the case lists none.</summary>
    public double? MustHave { get; init; }

    /// <summary>Number of requirement ids that the case does not have.</summary>
    public int InventedIds { get; init; }
}
