using System.Text;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>Text strings outside of pages: titles, bookmarks, dates.</summary>
internal static class PdfText
{
    /// <summary>A text string as UTF-16 with byte order mark in hexadecimal, which needs no escaping.</summary>
    public static string Unicode(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>A name object, with everything but letters and digits escaped (ISO 32000-1, 7.3.5).</summary>
    public static string Name(string text) =>
        "/" + string.Concat(Encoding.UTF8.GetBytes(text).Select(b => char.IsAsciiLetterOrDigit((char)b) ? ((char)b).ToString() : $"#{b:X2}"));

    /// <summary>An address of plain characters as a string in hexadecimal.</summary>
    public static string Ascii(string text) => $"<{Convert.ToHexString(Encoding.ASCII.GetBytes(text))}>";

    /// <summary>A date in UTC to the second.</summary>
    public static string Date(DateTimeOffset date) => FormattableString.Invariant($"(D:{date.UtcDateTime:yyyyMMddHHmmss}+00'00')");
}
