namespace ValidationWorkbench.Pdf.Checks;

/// <summary>States what has to hold at a place in the document.</summary>
internal static class Require
{
    public static void That(bool holds, string place, FormattableString found)
    {
        if (!holds)
        {
            throw Failure(place, found);
        }
    }

    public static ArgumentException Failure(string place, FormattableString found) => new($"{place}: {FormattableString.Invariant(found)}.");
}
