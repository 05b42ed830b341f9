namespace ValidationWorkbench.Texts;

/// <summary>Texts as they are compared: compatibility form NFKC, then invariant lower case. Nothing is trimmed and no word is dropped.</summary>
public static class NormalisedText
{
    /// <summary>The normalised text.</summary>
    public static string Of(string text) => CompatibilityForm.Of(text).ToLowerInvariant();

    /// <summary>The normalised text as Unicode scalar values: what counts as a character.</summary>
    public static int[] Characters(string text) => [.. Of(text).EnumerateRunes().Select(rune => rune.Value)];
}
