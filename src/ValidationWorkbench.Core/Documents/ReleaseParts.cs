using ValidationWorkbench.Assessment;
using ValidationWorkbench.Decisions;

namespace ValidationWorkbench.Documents;

/// <summary>The release statement: what named people may release, and whether there is anything to release at all.</summary>
internal static class ReleaseParts
{
    private const string Report = "validation-report";

    /// <summary>Says first that nothing is released where the outcome allows no release, and why, in one sentence.</summary>
    public static IReadOnlyList<ContentPart> Statement(DocumentFacts facts)
    {
        var configuration = facts.Configuration;
        var report = facts.Documents.FirstOrDefault(kind => kind.Name == Report)?.NumberIn(facts.Plan);
        var builds = ServedBuild.All(facts.Attempts).Where(build => build.Role == Models.ModelRole.Candidate).Select(build => build.Describe())
            .ToList();
        return
        [
            IsReleasable(facts) ? new NoticePart("Recommendation: GO", "Nothing is released before the persons named below have decided and signed.")
                : new NoticePart("Nothing is released", WhyNot(facts)),
            new FactsPart(
            [
                ("Model", $"{configuration.Candidate.DisplayName}, asked for as {configuration.Candidate.Model}, "
                    + $"in place of {configuration.Baseline.DisplayName}; "
                    + $"answered as {(builds.Count == 0 ? "nothing" : string.Join("; ", builds))}"),
                ("Configuration SHA-256", facts.ConfigurationSha256),
                ("Context of use", facts.Plan.ContextOfUse.Purpose),
                ("Validation report", report is null ? "none in this package"
                    : $"{report.Number}, version {report.Version}, of {Microseconds.WriteForPeople(facts.AssessedMicros)}"),
                ("Next review", facts.Plan.ReviewInterval is { } interval ? $"{interval} after the date of release" : "to be set"),
            ]),
        ];
    }

    public static IReadOnlyList<ContentPart> Conditions(DocumentFacts facts)
    {
        var context = facts.Plan.ContextOfUse;
        return
        [
            new FactsPart(
            [
                ("Review", $"of every output by {context.ReviewedBy}"),
                ("In scope", context.InScope.Count == 0 ? ProtocolParts.NotStated : string.Join("; ", context.InScope)),
                ("Out of scope", context.OutOfScope.Count == 0 ? ProtocolParts.NotStated : string.Join("; ", context.OutOfScope)),
                ("Ends with", "any change of the configuration, or a drift check that says REVALIDATE"),
                .. facts.Recommendation.Warnings.Select(warning => ("To be settled before", warning)),
            ]),
        ];
    }

    /// <summary>Lines to sign on; where nothing can be released they confirm only that this was read.</summary>
    public static IReadOnlyList<ContentPart> Signatures(DocumentFacts facts) =>
    [
        new TablePart(IsReleasable(facts) ? "Decision and signatures. Not electronically signed"
            : "Taken note of. Not electronically signed; no signature here releases anything",
            [new("Role", 3), new("Printed name", 2.6), new("Decision and conditions", 4), new("Signature", 3),
                new("Date and time (UTC offset)", 2.6)],
            [.. facts.Plan.Signatories.Select(signatory => (IReadOnlyList<string>)
                [signatory.Role, signatory.Name, IsReleasable(facts) ? "☐ released  ☐ not released" : "nothing to decide", string.Empty,
                    string.Empty])])
        { ForSigning = true },
    ];

    /// <summary>True where named people may release: GO, no demonstration, and no later assessment that holds instead.</summary>
    public static bool IsReleasable(DocumentFacts facts) =>
        facts is { SupersededBy: null, Recommendation: { Outcome: Outcome.Go, IsDemonstration: false } };

    private static string WhyNot(DocumentFacts facts)
    {
        if (facts.SupersededBy is { } later)
        {
            return $"This statement is superseded by {later.Describe()}. What may be released, if anything, follows from that assessment.";
        }

        var recommendation = facts.Recommendation;
        var because = (recommendation.Outcome, recommendation.IsDemonstration) switch
        {
            (_, true) => $"the outcome, {recommendation.Word}, is a DEMONSTRATION and no evidence about any model",
            (Outcome.NoGo, _) => "the recommendation is NO-GO: at least one criterion was shown not to be met, or the use rules a language model out",
            (Outcome.Undecided, _) => "the recommendation is UNDECIDED: the data cannot show that every criterion is met",
            _ => "the run is INVALID and no basis for judgement",
        };
        return $"{facts.Configuration.Baseline.DisplayName} stays in use, because {because}.";
    }
}
