using ValidationWorkbench.Cases;

namespace ValidationWorkbench.Models;

/// <summary>The prompt of an OQ case: name of the system and its requirements.</summary>
internal sealed record SuitePrompt(string System, IReadOnlyList<RequirementLine> Requirements)
{
    private const string SystemMark = "System: ";
    private const string ListMark = "\n\nRequirements:\n";

    /// <summary>Takes the list at the end of the prompt; where there is none, the requirements stand in the text.</summary>
    public static SuitePrompt Read(string prompt)
    {
        var lineEnd = prompt.IndexOf('\n', StringComparison.Ordinal);
        var firstLine = lineEnd < 0 ? prompt : prompt[..lineEnd];
        var system = firstLine.StartsWith(SystemMark, StringComparison.Ordinal) ? firstLine[SystemMark.Length..].Trim() : "the system";
        var list = prompt.LastIndexOf(ListMark, StringComparison.Ordinal);
        var requirements = list < 0 ? [] : ReadList(prompt[(list + ListMark.Length)..]);
        return new SuitePrompt(system, [.. (requirements.Count > 0 ? requirements : RequirementLine.ReadAll(prompt)).Select(WithoutInstructions)]);
    }

    // The list names its ids itself, so that an id without any separator ("AC1") counts here.
    private static List<RequirementLine> ReadList(string list)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var requirements = new List<RequirementLine>();
        foreach (var line in list.Split('\n'))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon > 2 && line.StartsWith("- ", StringComparison.Ordinal) && seen.Add(line[2..colon]))
            {
                requirements.Add(new RequirementLine(line[2..colon], line[(colon + 2)..].Trim()));
            }
        }

        return requirements;
    }

    // A sentence aimed at an AI reader is no requirement; what remains of the requirement is.
    private static RequirementLine WithoutInstructions(RequirementLine requirement)
    {
        var text = DocumentText.Read(requirement.Text);
        if (text.Sentences.Count < 2)
        {
            return requirement;
        }

        var kept = text.Sentences
            .Where(sentence => StandingRules.OfLine(text.Lower.AsSpan(sentence.Start, sentence.End - sentence.Start)) != SentenceStanding.Ignored)
            .Select(sentence => requirement.Text[sentence.Start..sentence.End].Trim());
        return string.Join(' ', kept) is { Length: > 0 } rest ? requirement with { Text = rest } : requirement;
    }
}
