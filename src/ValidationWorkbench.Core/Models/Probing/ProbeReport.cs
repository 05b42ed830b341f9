namespace ValidationWorkbench.Models.Probing;

/// <summary>What a probe showed of a model and its endpoint.</summary>
public sealed record ProbeReport
{
    /// <summary>The model as it was asked.</summary>
    public required ModelSpec Model { get; init; }

    /// <summary>Lines in the order of the calls.</summary>
    public required IReadOnlyList<ProbeFinding> Findings { get; init; }

    /// <summary>Chats that were asked; the list of models is none.</summary>
    public required int Calls { get; init; }

    /// <summary>Tokens that the endpoint counted.</summary>
    public required TokenUsage Usage { get; init; }

    /// <summary>True where a run could count on the model: the short chat was answered, and by the model asked for.</summary>
    public required bool Usable { get; init; }
}
