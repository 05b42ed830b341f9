namespace ValidationWorkbench.Pdf;

/// <summary>Where the text of a column stands.</summary>
public enum Alignment
{
    Left,
    Centre,
    Right,
}
