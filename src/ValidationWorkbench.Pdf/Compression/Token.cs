namespace ValidationWorkbench.Pdf.Compression;

/// <summary>One step of the compressed form: a literal byte (distance 0), or a copy of earlier bytes.</summary>
internal readonly record struct Token(int Value, int Distance)
{
    public const int ShortestCopy = 3;
    public const int LongestCopy = 258;

    public bool IsCopy => Distance > 0;
}
