using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace ValidationWorkbench.Audit;

/// <summary>Makes a text from outside fit for a record.</summary>
public static class AuditText
{
    /// <summary>NUL and halves of surrogate pairs. Hardly a text has one, and all others are taken as they are.</summary>
    private static readonly SearchValues<char> Doubtful = SearchValues.Create(['\0', .. Enumerable.Range(0xD800, 0x800).Select(half => (char)half)]);

    /// <summary>The text with NUL as a space and half a surrogate pair as the replacement character; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Clean(string? text) =>
        text is null || !text.AsSpan().ContainsAny(Doubtful) ? text : string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0 ? " " : rune.ToString()));
}
