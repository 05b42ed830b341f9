namespace ValidationWorkbench.Scoring;

/// <summary>Checks whether a claimed quote really stands in a document.</summary>
public static class Quote
{
    /// <summary>True where the quote occurs word for word; runs of white space count as one space, letter case counts.</summary>
    public static bool OccursIn(string quote, string document)
    {
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(document);
        var wanted = Squeeze(quote);
        return wanted.Length > 0 && Squeeze(document).Contains(wanted, StringComparison.Ordinal);
    }

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
