using System.Globalization;
using System.Text;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>
/// Characters for private use mean nothing to who does not know the agreement, so text with such a character needs a replacement in plain characters
/// (ISO 19005-3, 6.2.11.7; ISO 32000-1, 14.9.4).
/// </summary>
internal static class PrivateCharacters
{
    // Halves of characters beyond the basic plane, and the area for private use within it.
    private const char FirstSuspect = '\uD800';
    private const char LastSuspect = '\uF8FF';

    /// <summary>The text with every such character as its code point, such as U+E000; null where there is none.</summary>
    public static string? Replaced(string text) =>
        text.AsSpan().IndexOfAnyInRange(FirstSuspect, LastSuspect) >= 0 && text.EnumerateRunes().Any(IsPrivate)
        ? string.Concat(text.EnumerateRunes().Select(rune => IsPrivate(rune) ? string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}") : rune.ToString()))
        : null;

    private static bool IsPrivate(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse;
}
