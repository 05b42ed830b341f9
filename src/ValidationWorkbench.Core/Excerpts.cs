namespace ValidationWorkbench;

/// <summary>Shortens texts for messages.</summary>
public static class Excerpts
{
    /// <summary>At most the given number of characters; a surrogate pair is not torn apart.</summary>
    public static string Cut(string text, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
