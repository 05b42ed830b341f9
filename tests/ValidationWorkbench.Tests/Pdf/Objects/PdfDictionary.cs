namespace ValidationWorkbench.Tests.Pdf.Objects;

/// <summary>A dictionary, in the order of the file.</summary>
internal class PdfDictionary : Dictionary<string, object?>
{
    public PdfDictionary()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>The value of a name; null for another kind of value.</summary>
    public string? Name(string key) => (this.GetValueOrDefault(key) as PdfName)?.Value;

    public string? Text(string key) => (this.GetValueOrDefault(key) as PdfString)?.Text;

    public double? Number(string key) => this.GetValueOrDefault(key) switch
    {
        long whole => whole,
        double real => real,
        _ => null,
    };
}
