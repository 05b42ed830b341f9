namespace ValidationWorkbench.Models;

/// <summary>Judges a document by its evidence and errs as often as the profile says.</summary>
internal static class ErringCategorizer
{
    private static readonly string[] Meanings =
        ["", "infrastructure software", "", "a product used as supplied", "a configured product", "custom software"];

    /// <summary>Errors common to all repeats come from the usual chance, deviations of one call from that of the call.</summary>
    public static SimulatedAnswer Judge(string prompt, SimulatedProfile profile, SimulatedChance usual, SimulatedChance call)
    {
        var reading = DocumentReading.Of(prompt);
        if (reading.Category is not { } honest)
        {
            return new SimulatedAnswer { Category = null, Rationale = "The text holds no evidence for any category." };
        }

        var errs = usual.For("systematic").Happens(profile.SystematicErrorRate) ^ call.For("instability").Happens(profile.InstabilityRate);
        return errs && reading.Parts.Count > 0 ? MisjudgeParts(reading, honest)
            : Answer(reading, errs ? reading.Whole.SecondBest(honest) : honest, reading.Parts);
    }

    // The deciding part is the one that is misread; parts below it stay as they are.
    private static SimulatedAnswer MisjudgeParts(DocumentReading reading, int honest)
    {
        var lower = honest switch { 5 => 4, 4 => 3, _ => 1 };
        var parts = reading.Parts.Select(part => part with { Category = part.Category == honest ? lower : part.Category }).ToList();
        return Answer(reading, parts.Max(part => part.Category), parts);
    }

    private static SimulatedAnswer Answer(
        DocumentReading reading, int category, IReadOnlyList<(string Name, int Category, CategoryScores Scores)> parts)
    {
        var scores = reading.Deciding;
        var quotes = EvidenceQuote.Take(reading.Text, scores, category);
        return new SimulatedAnswer
        {
            Category = category,
            Components = [.. parts.Select(part => (part.Name, part.Category))],
            Confidence = scores.Confidence(category),
            Rationale = Rationale(scores, category, parts.Count),
            Evidence = quotes.Count > 0 ? quotes : EvidenceQuote.Take(reading.Text, scores, reading.Category ?? category),
        };
    }

    private static string Rationale(CategoryScores scores, int category, int parts)
    {
        var notes = scores.Findings
            .Where(finding => finding.Rule.Category == category && finding.Weight > 0)
            .OrderByDescending(finding => finding.Weight)
            .Select(finding => finding.Rule.Note)
            .Distinct()
            .Take(2)
            .ToList();
        var reason = notes.Count > 0 ? string.Join(", and ", notes) : "the other evidence is weaker";
        var scope = parts > 0 ? "The part that sets the rigour" : "The system";
        return $"{scope} is {Meanings[category]}: {reason}.";
    }
}
