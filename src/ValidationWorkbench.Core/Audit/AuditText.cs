using System.Diagnostics.CodeAnalysis;

namespace ValidationWorkbench.Audit;

/// <summary>Makes a text from outside fit for a record.</summary>
public static class AuditText
{
    /// <summary>The text with NUL as a space and half a surrogate pair as the replacement character; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Clean(string? text) =>
        text is null ? null : string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0 ? " " : rune.ToString()));
}
