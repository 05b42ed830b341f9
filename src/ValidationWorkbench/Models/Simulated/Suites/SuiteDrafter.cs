using System.Globalization;

namespace ValidationWorkbench.Models;

/// <summary>Drafts an OQ suite: a test for each requirement, or one for two neighbours of one simple theme.</summary>
internal static class SuiteDrafter
{
    private const double CombinedShare = 0.3;

    /// <summary>Omissions and usual wording come from the usual chance, deviations of one call from that of the call.</summary>
    public static DraftedSuite Draft(string prompt, SimulatedProfile profile, SimulatedChance usual, SimulatedChance call)
    {
        var read = SuitePrompt.Read(prompt);
        var kept = read.Requirements
            .Where(line => !usual.For("omission").For(line.Id).Happens(profile.OmissionRate))
            .Select(line => new ReadRequirement(line, read.System))
            .ToList();
        var wording = new SuiteWording(usual, call, profile.WordingNoise);
        var tests = new List<DraftedTest>();
        for (var i = 0; i < kept.Count; i++)
        {
            var together = i + 1 < kept.Count && AreTestedTogether(kept[i], kept[i + 1], usual);
            tests.Add(together ? Test(tests.Count + 1, [kept[i], kept[++i]], wording) : Test(tests.Count + 1, [kept[i]], wording));
        }

        return new DraftedSuite(tests, Confidence(kept));
    }

    private static bool AreTestedTogether(ReadRequirement first, ReadRequirement second, SimulatedChance usual) =>
        first.Themes.Count <= 1 && first.Themes.SequenceEqual(second.Themes)
        && usual.For("together").For(first.Id).Happens(CombinedShare);

    private static DraftedTest Test(int number, IReadOnlyList<ReadRequirement> requirements, SuiteWording wording) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"OQ-{number:D3}"),
        Title = "Test of " + string.Join(" / ", requirements.Select(requirement => $"{requirement.Id}: {requirement.Topic}")),
        RequirementIds = [.. requirements.Select(requirement => requirement.Id)],
        Prerequisites = Prerequisites(requirements),
        Steps = [.. Steps(requirements, wording)],
        AcceptanceCriteria =
        [
            .. requirements.Select(requirement => $"{requirement.Claim}."),
            "All expected results are met, or each deviation is recorded and assessed.",
        ],
    };

    private static IEnumerable<DraftedStep> Steps(IReadOnlyList<ReadRequirement> requirements, SuiteWording wording)
    {
        var step = 0;
        yield return wording.Fill(StepTemplates.Start, requirements[0], step++);
        foreach (var requirement in requirements)
        {
            yield return wording.Fill(StepTemplates.Normal, requirement, step++);
            foreach (var theme in requirement.Themes)
            {
                yield return wording.Fill(StepTemplates.For(theme), requirement, step++);
            }
        }

        yield return wording.Fill(StepTemplates.Evidence, requirements[^1], step);
    }

    private static List<string> Prerequisites(IReadOnlyList<ReadRequirement> requirements)
    {
        var themes = requirements.SelectMany(requirement => requirement.Themes).ToHashSet();
        var prerequisites = new List<string> { "IQ is completed and the test environment is released." };
        if (themes.Overlaps([RequirementTheme.Access, RequirementTheme.Lockout, RequirementTheme.Signature, RequirementTheme.Prohibition]))
        {
            prerequisites.Add("Test accounts with and without the required role are available.");
        }

        if (themes.Overlaps([RequirementTheme.Limit, RequirementTheme.Calculation]))
        {
            prerequisites.Add("Calibrated or simulated inputs and a known data set are available.");
        }

        return prerequisites;
    }

    // Sure of requirements whose theme is known, unsure of the others.
    private static double Confidence(List<ReadRequirement> requirements) =>
        requirements.Count == 0 ? 0 : Math.Round(0.6 + (0.35 * requirements.Count(requirement => requirement.Themes.Count > 0) / requirements.Count), 2);
}
