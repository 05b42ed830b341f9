namespace ValidationWorkbench.Audit;

/// <summary>Base64 with one text for each value: .NET alone would also take white space and stray bits at the end.</summary>
internal static class NoteBase64
{
    /// <summary>The bytes; false where the text is not exactly how they are written.</summary>
    public static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return false;
        }

        bytes = bytes[..length];
        return Convert.ToBase64String(bytes) == text;
    }
}
