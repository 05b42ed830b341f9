using ValidationWorkbench.Cases;

namespace ValidationWorkbench.Models;

/// <summary>A requirement as the drafter understands it.</summary>
internal sealed class ReadRequirement
{
    private const int WordsOfTopic = 14;
    private const int MostThemes = 3;

    // Words on which a shortened sentence does not end well.
    private static readonly HashSet<string> Unfinished = new(StringComparer.Ordinal)
    {
        "a", "an", "and", "any", "as", "at", "be", "by", "for", "from", "if", "in", "is", "its", "not", "of", "on", "one", "or", "shall", "than",
        "that", "the", "their", "to", "until", "when", "whether", "which", "while", "whose", "with",
    };

    private readonly string system;
    private readonly string? values;

    public ReadRequirement(RequirementLine line, string system)
    {
        this.system = system;
        Id = line.Id;
        Claim = line.Text.TrimEnd('.', ' ');
        Topic = TopicOf(Claim);
        values = BoundaryValues.Describe(Claim);
        Themes = ThemeReader.Read(Claim, values is not null, MostThemes);
    }

    public string Id { get; }

    /// <summary>The sentence without its full stop.</summary>
    public string Claim { get; }

    /// <summary>First words of the sentence, where it need not be quoted whole.</summary>
    public string Topic { get; }

    /// <summary>At most three.</summary>
    public List<RequirementTheme> Themes { get; }

    public string FillIn(string phrasing) => phrasing
        .Replace("{claim}", Claim, StringComparison.Ordinal)
        .Replace("{topic}", Topic, StringComparison.Ordinal)
        .Replace("{values}", values, StringComparison.Ordinal)
        .Replace("{system}", system, StringComparison.Ordinal)
        .Replace("{id}", Id, StringComparison.Ordinal);

    private static string TopicOf(string claim)
    {
        var words = claim.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length <= WordsOfTopic)
        {
            return claim;
        }

        var count = WordsOfTopic;
        while (count > 1 && Unfinished.Contains(words[count - 1]))
        {
            count--;
        }

        return string.Join(' ', words.Take(count)).TrimEnd(',', ';', ':');
    }
}
