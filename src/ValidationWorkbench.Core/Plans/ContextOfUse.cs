namespace ValidationWorkbench.Plans;

/// <summary>What the model is used for, how much depends on it, and who looks at its output.</summary>
public sealed record ContextOfUse
{
    /// <summary>The task in the process, in words the process owner would use.</summary>
    public required string Purpose { get; init; }

    /// <summary>True where an output could reach patient safety, product quality or data integrity without a human in between.</summary>
    public required bool Critical { get; init; }

    /// <summary>Who reviews each output before it is used, and is responsible for it.</summary>
    public required string ReviewedBy { get; init; }

    /// <summary>Inputs and tasks that belong to the use.</summary>
    public required IReadOnlyList<string> InScope { get; init; }

    /// <summary>Inputs and tasks that do not; nothing is claimed for them.</summary>
    public required IReadOnlyList<string> OutOfScope { get; init; }
}
