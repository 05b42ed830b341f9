namespace ValidationWorkbench.Models;

/// <summary>A document with the evidence in it: of the whole and, where it names parts, of each part.</summary>
internal sealed class DocumentReading
{
    private DocumentReading(DocumentText text, CategoryScores whole, IReadOnlyList<(string Name, int Category, CategoryScores Scores)> parts)
    {
        Text = text;
        Whole = whole;
        Parts = parts;
    }

    public DocumentText Text { get; }

    public CategoryScores Whole { get; }

    /// <summary>Parts with their categories; none where all parts look alike or one cannot be told.</summary>
    public IReadOnlyList<(string Name, int Category, CategoryScores Scores)> Parts { get; }

    /// <summary>Category of the whole: the highest of the parts, since the custom part sets the rigour.</summary>
    public int? Category => Parts.Count > 0 ? Parts.Max(part => part.Category) : Whole.Best;

    /// <summary>Scores that decide the category of the whole.</summary>
    public CategoryScores Deciding => Parts.Count > 0 ? Parts.MaxBy(part => part.Category).Scores : Whole;

    public static DocumentReading Of(string prompt)
    {
        var text = DocumentText.Read(prompt);
        return new DocumentReading(text, EvidenceReader.Weigh(text, 0, prompt.Length), ReadParts(text));
    }

    private static List<(string Name, int Category, CategoryScores Scores)> ReadParts(DocumentText text)
    {
        var read = new List<(string Name, int Category, CategoryScores Scores)>();
        foreach (var part in DocumentPart.ReadAll(text.Original))
        {
            var scores = EvidenceReader.Weigh(text, part.Start, part.End);
            if (scores.Best is not { } category)
            {
                return [];
            }

            read.Add((part.Name, category, scores));
        }

        return read.Select(part => part.Category).Distinct().Skip(1).Any() ? read : [];
    }
}
