using ValidationWorkbench.Assessment;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Runs;
using Xunit;

namespace ValidationWorkbench.Tests.Documents;

/// <summary>The facts of a small run: three categorization cases and one OQ case, three repeats, one failed call.</summary>
internal static class Make
{
    public static readonly ModelSpec Baseline = new() { Name = "old", Provider = ProviderPresets.Custom, Endpoint = "http://127.0.0.1/v1", Model = "old-id" };

    public static readonly ModelSpec Candidate = new()
    {
        Name = "new",
        Provider = ModelSpec.SimulatedProvider,
        Model = "new-id",
        Parameters = new() { Temperature = 0.5, MaxTokens = 100, ReasoningEffort = "low" },
        Price = new() { InputPerMillion = 1, OutputPerMillion = 2, Currency = "EUR" },
    };

    private static readonly (string Id, CaseTask Task, string Baseline, string Candidate)[] Marks =
    [
        ("C-1", CaseTask.Categorization, "RRR", "RRR"), ("C-2", CaseTask.Categorization, "RRR", "RWR"), ("C-3", CaseTask.Categorization, "WWW", "RRR"), ("Q-1", CaseTask.OqGeneration, "RRR", "RR-"),
    ];

    public static readonly DocumentStyle Style = new() { Format = DocumentStyle.CurrentFormat, Page = PageSize.A4, Accent = "#173054" };

    public static DocumentFacts Facts(bool critical = false) => Facts(Plan(critical), Run());

    public static DocumentFacts Facts(ValidationPlan plan, ScoredRun run, string[]? demonstration = null)
    {
        var assessment = RunAssessment.Of(plan.Criteria, run, [new(ModelRole.Baseline, 12, 9, 3, 0, 0, 0), new(ModelRole.Candidate, 12, 10, 1, 0, 1, 0)]);
        return new DocumentFacts
        {
            RunId = "R-1",
            PlannedMicros = 0,
            Documents = [Kind()],
            Style = Style,
            Configuration = Configuration,
            Plan = plan,
            Prompts = new Dictionary<CaseTask, string> { [CaseTask.Categorization] = "Sort it.\n  Twice.", [CaseTask.OqGeneration] = "Draft it." },
            CaseSets = CaseSets(run),
            Scored = run,
            Assessment = assessment,
            Tries = new RunTries(1, 0.05),
            Recommendation = RecommendationRule.Apply(plan.ContextOfUse, assessment.Findings, [], demonstration ?? ["Simulated."]),
            ResultsSha256 = Sha256Hex.Of("results"),
            LastAttempts = [Attempt("Q-1", 3, "HTTP 503: busy"), Attempt("C-1", 1, null)],
            Attempts = [Attempt("Q-1", 3, "HTTP 503: busy") with { Number = 2 }, Attempt("Q-1", 3, "HTTP 503: busy"), Attempt("C-1", 1, null)],
            Usage = [new(10, 20), new(1_000_000, 500_000)],
            AssessmentNumber = 2,
            AssessedMicros = 1_795_247_412_000_000,
            Tool = "workbench 0.1",
            HeadSequence = 42,
            HeadHash = Sha256Hex.Of("head"),
            LogId = new Guid("11111111-2222-3333-4444-555555555555"),
            HeadRoot = Sha256Hex.Of("root"),
            Trail = Trail,
            PlanSha256 = Configuration.Plan.Sha256,
            History = [new("R-0", 0, AuditAction.RunInterrupted, "stopped", "INVALID"), new("R-1", 60_000_000, "unheard-of", "", null)],
            ConfigurationSha256 = Sha256Hex.Of("configuration"),
        };
    }

    /// <summary>A run that was planned, started, refused once and interrupted, then went on.</summary>
    public static TrailFacts Trail { get; } = new()
    {
        Entries =
        [
            Entry(10, AuditAction.RunPlanned), Entry(11, AuditAction.RunStarted), Entry(20, AuditAction.Refused, "assess run R-1: not finished"),
            Entry(21, AuditAction.RunInterrupted, "stopped by the user"), Entry(22, AuditAction.RunResumed, "5 of 24 trials were finished before"),
        ],
        Calls = [new(AuditAction.TrialFinished, 2, 12, 41), new(AuditAction.AttemptFailed, 1, 13, 13)],
        Assessment = Entry(43, AuditAction.RunAssessed),
        CheckpointKey = "log+abcd",
    };

    public static TrailEntry Entry(long sequence, string action, string? reason = null) => new(
        Audit.Make.Bare with
        {
            Sequence = sequence,
            Entry = Audit.Make.Bare.Entry with { Actor = new("a", "A. Person", "Operator", "OS login, unverified"), Action = action, Reason = reason },
        },
        Sha256Hex.Of(action));

    public static ValidationPlan Plan(bool critical = false) => new()
    {
        Format = ValidationPlan.CurrentFormat,
        Id = "VP-1",
        Title = "Plan title",
        Version = "1.2",
        Organisation = "Site",
        ContextOfUse = new() { Purpose = "Sort systems.", Critical = critical, ReviewedBy = "a reviewer", InScope = ["URS"], OutOfScope = [] },
        Models = [Baseline, Candidate],
        Baseline = "old",
        Candidates = ["new"],
        Prompts = new() { Categorization = Pinned("a.md"), OqGeneration = Pinned("b.md") },
        CaseSets = [Pinned("c.yaml")],
        Repeats = 3,
        Seed = 7,
        Execution = new() { MaxErrorShare = 0.05 },
        Requirements = [Requirement("URS-1", VerificationMethod.Criterion), Requirement("URS-2", VerificationMethod.Criterion), Requirement("URS-3", VerificationMethod.Record), Requirement("URS-4", VerificationMethod.Procedure)],
        Criteria = [Assessment.Make.Criterion(CriterionKind.Accuracy, 0.95), Assessment.Make.Criterion(CriterionKind.RequirementCoverage, 1) with { Id = "AC-2" }],
        Documents = new Dictionary<string, DocumentNumber> { ["validation-report"] = new() { Number = "D-3", Version = "3" } },
        Signatories = [new() { Name = "A. Person", Role = "Quality Assurance", Meaning = SignatureMeaning.Approved }],
    };

    public static ScoredRun Run() => new(
        [.. Marks.Select(mark => (mark.Task, Case(mark.Id)))], 3,
        Marks.SelectMany(mark => Assessment.Make.Scores(mark.Task, mark.Id, ModelRole.Baseline, mark.Baseline).Concat(Assessment.Make.Scores(mark.Task, mark.Id, ModelRole.Candidate, mark.Candidate))),
        [.. Enumerable.Range(1, 4).Select(i => new CallFact("C-1", ModelRole.Candidate, true, TimeSpan.FromMilliseconds(100 * i))), new CallFact("Q-1", ModelRole.Candidate, false, TimeSpan.FromSeconds(9))],
        new Dictionary<string, SuiteLikeness> { ["Q-1"] = new(0.9, 0.8036, 0.7) });

    /// <summary>The only table among the parts of a block.</summary>
    public static TablePart Table(string block, DocumentFacts facts) => Assert.Single(DocumentParts.Of(block, facts).OfType<TablePart>());

    public static IEnumerable<string> Rows(string block, DocumentFacts facts) => Table(block, facts).Rows.Select(row => string.Join(" | ", row));

    public static SpecifiedFunction Function(string id, params string[] requirements) =>
        new() { Id = id, Text = "Does it.", Requirements = requirements, ConfiguredBy = "prompt" };

    /// <summary>A risk of priority high before and medium with its controls.</summary>
    public static AssessedRisk Risk(string id, params string[] requirements) => new()
    {
        Id = id,
        Requirements = requirements,
        FailureMode = "It fails.",
        Cause = "A cause.",
        Effect = "An effect.",
        Severity = RiskLevel.High,
        Probability = RiskLevel.Medium,
        Detectability = RiskLevel.Low,
        Controls = ["review", "gate"],
        Tests = ["procedure: review"],
        Residual = new() { Severity = RiskLevel.High, Probability = RiskLevel.Low, Detectability = RiskLevel.Medium },
        Acceptance = "The review stands.",
    };

    private static RunConfiguration Configuration { get; } = new()
    {
        PlanId = "VP-1",
        PlanVersion = "1.2",
        Plan = new("plan.yaml", Sha256Hex.Of("plan")),
        Prompts = [new("a.md", Sha256Hex.Of("Sort it.\n  Twice.")), new("b.md", Sha256Hex.Of("Draft it."))],
        CaseSets = [new(new("c.yaml", "cc"), [], "set", true), new(new("d.yaml", "dd"), [], "other", false)],
        Templates = [new("t.md", "tt")],
        Baseline = Baseline,
        Candidate = Candidate,
        Repeats = 3,
        Seed = 7,
        Concurrency = 4,
        Deviations = [],
    };

    private static CaseSet[] CaseSets(ScoredRun run) =>
    [
        new() { Format = CaseSet.CurrentFormat, Id = "cat", Title = "t", Task = CaseTask.Categorization, Cases = [.. run.Cases.Where(entry => entry.Task == CaseTask.Categorization).Select(entry => entry.Case)] },
        new() { Format = CaseSet.CurrentFormat, Id = "oq", Title = "t", Task = CaseTask.OqGeneration, Cases = [.. run.Cases.Where(entry => entry.Task == CaseTask.OqGeneration).Select(entry => entry.Case)] },
    ];

    /// <summary>A document without mandatory sections.</summary>
    public static DocumentKind Kind(string name = "validation-report", params string[] mandatory) =>
        new DocumentKind { Name = name, Abbreviation = "VR", TemplateVersion = "4", Mandatory = mandatory }.Titled("Title");

    private static TestCase Case(string id) => Assessment.Make.Case(0, ("system", "lims")) with { Id = id, Title = $"Title of {id}", VerifiedBy = id == "C-1" ? [] : ["A"] };

    private static Attempt Attempt(string caseId, int repeat, string? fault) => new()
    {
        RunId = "R-1",
        CaseId = caseId,
        Role = ModelRole.Candidate,
        Repeat = repeat,
        Number = 3,
        StartedMicros = 0,
        LatencyMicros = 1,
        RequestSha256 = "",
        Fault = fault,
    };

    private static PinnedFile Pinned(string path) => new() { Path = path, Sha256 = new string('a', 64) };

    private static Requirement Requirement(string id, VerificationMethod method) => new() { Id = id, Text = $"Text of {id}.", Rationale = "r", Risk = RiskClass.High, VerifiedBy = method };
}
