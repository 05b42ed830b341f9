using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Files;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Scoring;
using ValidationWorkbench.Tests.Files;

namespace ValidationWorkbench.Tests.Packaging;

/// <summary>A finished run of one case and one repeat, small enough to know every cell of its files.</summary>
internal static class SampleFacts
{
    /// <summary>The facts of a run.</summary>
    /// <param name="reason">Reason of the candidate's score.</param>
    /// <param name="verdict">Verdict on the candidate's answer; null for no answer.</param>
    /// <param name="fault">The endpoint's trouble where there is no answer.</param>
    public static DocumentFacts Of(string reason, ScoreVerdict? verdict = ScoreVerdict.Right, string? fault = null)
    {
        var plan = PlanFile.Parse(Faults.Text("plan.yaml", SmallPlan.Text)).Plan;
        var set = SmallCaseSet.Parse(SmallCaseSet.Categorization).Set;
        set = set with { Cases = [set.Cases[0]] };
        var scores = new List<TrialScore> { Score(ModelRole.Baseline, "as expected", ScoreVerdict.Right) };
        if (verdict is { } given)
        {
            scores.Add(Score(ModelRole.Candidate, reason, given));
        }

        var scored = new ScoredRun([(CaseTask.Categorization, set.Cases[0])], 1, scores, [], new Dictionary<string, SuiteLikeness>());
        return new DocumentFacts
        {
            RunId = "R-1",
            PlannedMicros = 0,
            AssessedMicros = 0,
            AssessmentNumber = 1,
            Plan = plan,
            Documents = [],
            Prompts = new Dictionary<CaseTask, string>(),
            Style = Documents.Make.Style,
            CaseSets = [set],
            Scored = scored,
            Configuration = Configuration(plan),
            Assessment = RunAssessment.Of([plan.Criteria[0]], scored, [new ModelTotals(ModelRole.Baseline, 1, 1, 0, 0, 0, 0), new ModelTotals(ModelRole.Candidate, 1, 1, 0, 0, 0, 0)]),
            Tries = new RunTries(1, 0.05),
            Recommendation = new Recommendation(Outcome.Undecided, ["too few cases"], []),
            ResultsSha256 = Sha256Hex.Of("r"),
            ConfigurationSha256 = Sha256Hex.Of("c"),
            Tool = "test",
            HeadSequence = 3,
            HeadHash = Sha256Hex.Of("h"),
            LogId = new Guid("11111111-2222-3333-4444-555555555555"),
            HeadRoot = Sha256Hex.Of("root"),
            History = [],
            Usage = [default, default],
            Trail = new TrailFacts { Entries = [], Calls = [], CheckpointKey = "k" },
            PlanSha256 = Sha256Hex.Of("p"),
            Attempts = [Attempt(ModelRole.Baseline, null), Attempt(ModelRole.Candidate, fault)],
            LastAttempts = [Attempt(ModelRole.Baseline, null), Attempt(ModelRole.Candidate, fault)],
        };
    }

    private static TrialScore Score(ModelRole role, string reason, ScoreVerdict verdict) => new()
    {
        Key = new TrialKey("C-1", role, 1),
        Verdict = verdict,
        Reason = reason,
        Decision = "category 4",
        SchemaConforms = true,
        Category = 4,
        Confidence = 0.5,
    };

    private static Attempt Attempt(ModelRole role, string? fault) => new()
    {
        RunId = "R-1",
        CaseId = "C-1",
        Role = role,
        Repeat = 1,
        Number = 1,
        StartedMicros = 1_000_001,
        LatencyMicros = 2500,
        RequestSha256 = Sha256Hex.Of("q"),
        ReplySha256 = Sha256Hex.Of("a"),
        ServedModel = "m",
        FinishReason = "stop",
        PromptTokens = 11,
        CompletionTokens = 7,
        Fault = fault,
    };

    private static RunConfiguration Configuration(ValidationPlan plan) => new()
    {
        PlanId = plan.Id,
        PlanVersion = plan.Version,
        Plan = new FrozenFile("plan.yaml", Sha256Hex.Of("p")),
        Prompts = [],
        CaseSets = [],
        Templates = [],
        Baseline = plan.Models[0],
        Candidate = plan.Models[1],
        Repeats = 1,
        Seed = 7,
        Concurrency = 1,
        Deviations = [],
    };
}
