namespace ValidationWorkbench.Pdf;

/// <summary>A drawing. What it shows stands in words too: beside the drawing, and in <see cref="Alternative"/> for those who cannot see it.</summary>
public abstract record Figure : Block
{
    /// <summary>Printed above the drawing and entered in the list of figures; the caller writes the number into the text.</summary>
    public string? Caption { get; init; }

    /// <summary>What the drawing shows, in words.</summary>
    public required string Alternative { get; init; }
}
