using System.Text;

namespace ValidationWorkbench.Printing;

/// <summary>Texts come from plans, cases and models: what cannot be printed becomes the replacement character, visibly.</summary>
internal static class PrintableText
{
    public static string Of(string text) => string.Concat(text.EnumerateRunes().Select(rune => IsPrintable(rune) ? rune.ToString() : "\uFFFD"));

    /// <summary>The same without line ends.</summary>
    public static string OneLine(string text) => Of(text).ReplaceLineEndings(" ");

    /// <summary>Lines of the text, at least one.</summary>
    public static string[] Lines(string text) => Of(text).Split('\n');

    private static bool IsPrintable(Rune rune) => rune.Value == '\n' || !(Rune.IsControl(rune) || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF);
}
