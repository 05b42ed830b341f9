using System.Text.RegularExpressions;

namespace ValidationWorkbench.Models;

/// <summary>
/// One line of the evidence table: what wording speaks for which category, how strongly, and what it shows.
/// </summary>
internal sealed class EvidenceRule
{
    /// <param name="category">Category the wording speaks for.</param>
    /// <param name="weight">Strength of the first find; 1 is a good hint, 2 nearly settles it.</param>
    /// <param name="note">What the wording shows, for the rationale.</param>
    /// <param name="wordings">Regular expressions over text in small letters, any of which may apply.</param>
    public EvidenceRule(int category, double weight, string note, params string[] wordings)
    {
        Category = category;
        Weight = weight;
        Note = note;
        Pattern = new Regex(string.Join('|', wordings), RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Compiled);
    }

    public int Category { get; }

    public double Weight { get; }

    public string Note { get; }

    public Regex Pattern { get; }

    /// <summary>True where a "no" or "not" before the find turns its meaning; false for wordings that hold their own negation.</summary>
    public bool CanBeNegated { get; init; } = true;

    /// <summary>Finds that count, each less than the one before.</summary>
    public int Limit { get; init; } = 3;
}
