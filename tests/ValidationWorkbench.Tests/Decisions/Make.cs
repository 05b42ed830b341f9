using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Tests.Decisions;

/// <summary>Findings, cases and configurations with just what a decision looks at.</summary>
internal static class Make
{
    public static ContextOfUse Context(bool critical = false) => new() { Purpose = "p", Critical = critical, ReviewedBy = "a named reviewer", InScope = [], OutOfScope = [] };

    public static Finding Finding(string id, Verdict verdict, string reason = "why", CriterionKind kind = CriterionKind.Accuracy) => new()
    {
        Criterion = new()
        {
            Id = id,
            Kind = kind,
            Requirement = "URS-1",
            Severity = Severity.Major,
            Unit = CriterionUnit.Case,
            Method = CriterionMethod.ClopperPearson,
            Limit = 0.95,
            Confidence = 0.95,
        },
        N = 100,
        Verdict = verdict,
        Reason = reason,
    };

    public static TestCase Case(CaseOrigin origin, params string[] verifiedBy) =>
        new() { Id = "C-1", Title = "t", Strata = new Dictionary<string, string>(), Origin = origin, VerifiedBy = verifiedBy, Rationale = "r" };

    public static ModelSpec Model(string name, string provider = ProviderPresets.Custom) => new() { Name = name, Provider = provider, Model = $"{name}-id" };

    public static RunConfiguration Configuration(ModelSpec baseline, ModelSpec candidate, params string[] deviations) => new()
    {
        PlanId = "VP-1",
        PlanVersion = "1.0",
        Plan = new("plan.yaml", new string('a', 64)),
        Prompts = [new("categorization.md", new string('b', 64))],
        CaseSets = [new(new("cases.yaml", new string('c', 64)), [], new string('c', 64), true)],
        Templates = [],
        Baseline = baseline,
        Candidate = candidate,
        Repeats = 3,
        Seed = 7,
        Concurrency = 4,
        Deviations = deviations,
    };
}
