using ValidationWorkbench.Tests.Pdf.Objects;

namespace ValidationWorkbench.Tests.Pdf.Conformance;

/// <summary>A structure element with what belongs to it.</summary>
/// <param name="Number">Its object number.</param>
/// <param name="Entries">Its dictionary.</param>
/// <param name="Type">Its structure type after role mapping.</param>
/// <param name="Parent">The element around it; null for the root.</param>
internal sealed record StructureElement(int Number, PdfDictionary Entries, string Type, StructureElement? Parent)
{
    public List<StructureElement> Kids { get; } = [];

    /// <summary>Marked content and elements in the order in which they are read.</summary>
    public List<(StructureElement? Kid, (int Page, int Id) Content)> Order { get; } = [];

    /// <summary>Marked content by page object and identifier.</summary>
    public List<(int Page, int Id)> Content { get; } = [];

    /// <summary>Object numbers of annotations.</summary>
    public List<int> Annotations { get; } = [];

    public string KidTypes => string.Join(' ', Kids.Select(kid => kid.Type));

    public override string ToString() => $"{Type} (object {Number})";
}
