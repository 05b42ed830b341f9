namespace ValidationWorkbench.Documents;

/// <summary>The blocks that a template can name, each made from the records.</summary>
public static class DocumentParts
{
    private static readonly Dictionary<string, Func<DocumentFacts, IReadOnlyList<ContentPart>>> Makers = new(StringComparer.Ordinal)
    {
        ["approvals"] = PlanParts.Approvals,
        ["revision-history"] = PlanParts.RevisionHistory,
        ["context-of-use"] = PlanParts.ContextOfUse,
        ["in-scope"] = facts => PlanParts.List(facts.Plan.ContextOfUse.InScope),
        ["out-of-scope"] = facts => PlanParts.List(facts.Plan.ContextOfUse.OutOfScope),
        ["requirements"] = PlanParts.Requirements,
        ["trace-plan"] = PlanParts.TracePlan,
        ["criteria"] = PlanParts.Criteria,
        ["study-design"] = PlanParts.StudyDesign,
        ["models"] = facts => [.. ConfigurationParts.Models(facts), .. EmbeddingParts.Endpoint(facts)],
        ["case-sets"] = ConfigurationParts.CaseSets,
        ["case-origins"] = ConfigurationParts.CaseOrigins,
        ["fingerprint"] = ConfigurationParts.Fingerprint,
        ["deviations"] = ConfigurationParts.Deviations,
        ["recommendation"] = ResultParts.Recommendation,
        ["counts"] = ResultParts.Counts,
        ["findings"] = ResultParts.Findings,
        ["criteria-figure"] = FigureParts.Criteria,
        ["trace-matrix"] = TraceParts.Matrix,
        ["trace-gaps"] = TraceParts.Gaps,
        ["trace-totals"] = TraceParts.Totals,
        ["trace-forward"] = TraceParts.Forward,
        ["trace-backward"] = TraceParts.Backward,
        ["functions"] = FunctionParts.Functions,
        ["audit-events"] = FunctionParts.AuditEvents,
        ["risk-method"] = RiskParts.Method,
        ["risk-summary"] = RiskParts.Summary,
        ["risk-register"] = RiskParts.Register,
        ["standing-risks"] = RiskParts.Standing,
        ["risk-acceptance"] = RiskParts.Acceptance,
        ["prompts"] = SpecificationParts.Prompts,
        ["model-settings"] = SpecificationParts.ModelSettings,
        ["execution"] = SpecificationParts.Execution,
        ["reply-structures"] = SpecificationParts.ReplyStructures,
        ["methods"] = SpecificationParts.Methods,
        ["templates"] = SpecificationParts.Templates,
        ["comparison"] = facts => [.. FigureParts.Changes(facts), .. CaseParts.Comparison(facts)],
        ["agreement"] = AgreementParts.Agreement,
        ["confusion"] = facts => [.. FigureParts.Confusion(facts), .. CaseParts.Confusion(facts)],
        ["calibration"] = facts => [.. FigureParts.Reliability(facts), .. CaseParts.Calibration(facts)],
        ["strata"] = CaseParts.Strata,
        ["repeatability"] = RepeatParts.Repeatability,
        ["disagreements"] = CaseParts.Disagreements,
        ["wrong-answers"] = CaseParts.WrongAnswers,
        ["suites"] = facts => [.. FigureParts.Similarity(facts), .. CaseParts.Suites(facts), .. EmbeddingParts.Similarities(facts)],
        ["critical-differences"] = CaseParts.CriticalDifferences,
        ["calls"] = facts => [.. FigureParts.Latency(facts), .. RunParts.Calls(facts)],
        ["failed-calls"] = RunParts.FailedCalls,
        ["run-history"] = RunParts.History,
        ["integrity"] = RunParts.Integrity,
    };

    /// <summary>All names.</summary>
    public static IReadOnlyCollection<string> Names => Makers.Keys;

    /// <summary>The blocks of a name.</summary>
    /// <exception cref="ArgumentException">There is no such name.</exception>
    public static IReadOnlyList<ContentPart> Of(string name, DocumentFacts facts) =>
        Makers.TryGetValue(name, out var make) ? make(facts) : throw new ArgumentException($"There is no block \"{name}\".", nameof(name));
}
