namespace ValidationWorkbench.Plans;

/// <summary>Identity of a controlled document in the company's document system.</summary>
public sealed record DocumentNumber
{
    public required string Number { get; init; }

    public required string Version { get; init; }
}
