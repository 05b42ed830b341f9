namespace ValidationWorkbench.Pdf;

/// <summary>Running text, set ragged right.</summary>
public sealed record Paragraph(IReadOnlyList<Run> Runs) : Block
{
    public Paragraph(string text)
        : this([new Run(text)])
    {
    }
}
