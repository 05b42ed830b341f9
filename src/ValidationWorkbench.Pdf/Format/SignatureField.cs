using System.Globalization;
using System.Text;
using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>
/// A signature over the whole file but itself (ISO 32000-1, 12.8.1): written with room left, then filled in. Its field has no place on the page
/// (ISO 19005-3, 6.3.3, asks for none then) but one in the structure (ISO 14289-1, 7.18.4).
/// </summary>
internal sealed class SignatureField
{
    private const string RangeKey = "/ByteRange [";
    private const string ContentsKey = "/Contents <";

    // Three numbers of ten digits, the first of the four being 0.
    private const int RangeLength = 34;

    // Printed, and locked against change (ISO 32000-1, 12.5.3).
    private const int Flags = 132;

    private readonly PdfSignature _signature;
    private readonly int _dictionary;

    public SignatureField(PdfFile file, PdfSignature signature)
    {
        _signature = signature;
        _dictionary = file.Reserve();
        Widget = file.Reserve();
        string reason = signature.Reason.Length == 0 ? "" : $" /Reason {PdfText.Unicode(signature.Reason)}";
        string room = new('0', 2 * signature.Capacity);
        file.SetApart(_dictionary, $"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name {PdfText.Unicode(signature.Name)}{reason} "
            + $"/M {PdfText.Date(signature.At)} {RangeKey}{new string(' ', RangeLength)}] {ContentsKey}{room}> >>");
    }

    /// <summary>The number of the field, which is also its annotation.</summary>
    public int Widget { get; }

    /// <summary>The entry that the catalogue needs.</summary>
    public string Form => $" /AcroForm << /Fields [{PdfFile.Reference(Widget)}] /SigFlags 3 >>";

    /// <summary>Writes the field on a page.</summary>
    public void Write(PdfFile file, StructureTree structure, int index, int page)
    {
        string parent = structure.AddAnnotation(new Element(ElementType.Form), index, Widget);
        string name = PdfText.Unicode(string.Create(CultureInfo.InvariantCulture, $"Signature of {_signature.Name}"));
        file.Set(Widget, $"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature) /TU {name} /Contents {name} /V {PdfFile.Reference(_dictionary)} "
            + FormattableString.Invariant($"/P {page} 0 R /Rect [0 0 0 0] /F {Flags}{parent} >>"));
    }

    /// <summary>Fills the finished file in: which bytes are signed, and the signature over them.</summary>
    public void Fill(PdfFile file, byte[] bytes)
    {
        int start = file.OffsetOf(_dictionary);
        int range = start + bytes.AsSpan(start).IndexOf(Encoding.ASCII.GetBytes(RangeKey)) + RangeKey.Length;
        int contents = range + bytes.AsSpan(range).IndexOf(Encoding.ASCII.GetBytes(ContentsKey)) + ContentsKey.Length - 1;
        int after = contents + (2 * _signature.Capacity) + 2;
        Encoding.ASCII.GetBytes(FormattableString.Invariant($"0 {contents} {after} {bytes.Length - after}")).CopyTo(bytes, range);

        byte[] signature = _signature.Sign([.. bytes.AsSpan(0, contents), .. bytes.AsSpan(after)]);
        if (signature.Length > _signature.Capacity)
        {
            throw new ArgumentException(FormattableString.Invariant($"The signature has {signature.Length} bytes; room was kept for {_signature.Capacity}."));
        }

        Encoding.ASCII.GetBytes(Convert.ToHexString(signature)).CopyTo(bytes, contents + 1);
    }
}
