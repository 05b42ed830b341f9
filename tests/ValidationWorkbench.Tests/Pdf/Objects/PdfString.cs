using System.Text;

namespace ValidationWorkbench.Tests.Pdf.Objects;

/// <summary>A string object, with what it was written as where that was hexadecimal.</summary>
internal sealed record PdfString(byte[] Bytes, string? Hexadecimal = null)
{
    /// <summary>The string as a text string (ISO 32000-1, 7.9.2.2).</summary>
    public string Text => Bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(Bytes.AsSpan(2)) : Encoding.Latin1.GetString(Bytes);

    public static PdfString Of(string text) => new([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]);
}
