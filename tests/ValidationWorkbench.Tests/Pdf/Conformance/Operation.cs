namespace ValidationWorkbench.Tests.Pdf.Conformance;

/// <summary>An operator of a content stream with its operands, the marked-content sequences around it, and the font that is set.</summary>
internal sealed record Operation(string Operator, IReadOnlyList<object?> Operands, IReadOnlyList<MarkedSequence> Around, string? Font)
{
    private static readonly string[] Painting = ["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", "\"", "Do", "sh", "EI"];

    /// <summary>Whether it puts something on the page.</summary>
    public bool Paints => Painting.Contains(Operator);
}
