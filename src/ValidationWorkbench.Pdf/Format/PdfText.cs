using System.Text;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>Text strings outside of pages: titles, bookmarks, dates.</summary>
internal static class PdfText
{
    /// <summary>A text string as UTF-16 with byte order mark in hexadecimal, which needs no escaping.</summary>
    public static string Unicode(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>A date in UTC to the second.</summary>
    public static string Date(DateTimeOffset date) => FormattableString.Invariant($"(D:{date.UtcDateTime:yyyyMMddHHmmss}+00'00')");
}
