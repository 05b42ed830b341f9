namespace ValidationWorkbench.Models;

/// <summary>Chooses among phrasings: one usual choice for each model, requirement and step, from which a noisy call deviates.</summary>
internal sealed class SuiteWording(SimulatedChance usual, SimulatedChance call, double noise)
{
    /// <summary>Fills one phrasing of a step with the words of the requirement.</summary>
    public DraftedStep Fill(StepTemplate template, ReadRequirement requirement, int step)
    {
        var usually = usual.For("wording").For(requirement.Id).For(step);
        var now = call.For("wording").For(requirement.Id).For(step);
        var deviates = now.Happens(noise);
        return new DraftedStep(
            requirement.FillIn(Choose(template.Actions, usually.For("action"), now.For("action"), deviates)),
            requirement.FillIn(Choose(template.ExpectedResults, usually.For("result"), now.For("result"), deviates)));
    }

    private static string Choose(IReadOnlyList<string> phrasings, SimulatedChance usually, SimulatedChance now, bool deviates)
    {
        var index = usually.Index(phrasings.Count);
        return phrasings[deviates ? (index + 1 + now.Index(phrasings.Count - 1)) % phrasings.Count : index];
    }
}
