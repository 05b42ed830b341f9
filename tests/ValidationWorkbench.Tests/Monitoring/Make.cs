using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Monitoring;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Tests.Monitoring;

/// <summary>Small finished runs; the candidate's repeats of a case are written as letters, see <see cref="Assessment.Make"/>.</summary>
internal static class Make
{
    public static readonly RunConfiguration Configuration = new()
    {
        PlanId = "VP-1",
        PlanVersion = "1",
        Plan = new("plan.yaml", Sha256Hex.Of("plan")),
        Prompts = [new("a.md", Sha256Hex.Of("a")), new("b.md", Sha256Hex.Of("b"))],
        CaseSets = [new(new("c.yaml", Sha256Hex.Of("c")), [], Sha256Hex.Of("set"), true)],
        Templates = [new("t.md", Sha256Hex.Of("t"))],
        Baseline = new() { Name = "old", Provider = ProviderPresets.Custom, Endpoint = "http://127.0.0.1/v1", Model = "m-old" },
        Candidate = new()
        {
            Name = "new",
            Provider = ProviderPresets.Custom,
            Endpoint = "http://127.0.0.1/v1",
            Model = "m-new",
            Price = new() { InputPerMillion = 1, OutputPerMillion = 2, Currency = "EUR" },
        },
        Repeats = 3,
        Seed = 7,
        Concurrency = 4,
        Deviations = [],
    };

    /// <summary>Groups of categorization cases C-1, C-2 and so on, all with expected category 4.</summary>
    public static MonitoredRun Run(string id, params (int Count, string Letters)[] groups) =>
        RunOf(id, [.. groups.SelectMany(group => Enumerable.Repeat(group.Letters, group.Count)).Select((letters, i) => (CaseTask.Categorization, Assessment.Make.Case(i + 1), letters))]);

    /// <summary>Suites Q-1, Q-2 and so on.</summary>
    public static IEnumerable<(CaseTask Task, TestCase Case, string Letters)> Suites(params (int Count, string Letters)[] groups) =>
        groups.SelectMany(group => Enumerable.Repeat(group.Letters, group.Count))
            .Select((letters, i) => (CaseTask.OqGeneration, Assessment.Make.Case(i + 1) with { Id = string.Create(CultureInfo.InvariantCulture, $"Q-{i + 1}") }, letters));

    public static MonitoredRun RunOf(string id, IReadOnlyList<(CaseTask Task, TestCase Case, string Letters)> cases) => new()
    {
        Identity = new RunIdentity(id, "2026-03-01 12:00:00 UTC", "new", "GO", false, Sha256Hex.Of(id)),
        Configuration = Configuration with { Repeats = cases[0].Letters.Length },
        Plan = Documents.Make.Plan() with { Criteria = [Assessment.Make.Criterion(CriterionKind.Accuracy, 0.95)] },
        Scored = new ScoredRun(
            [.. cases.Select(entry => (entry.Task, entry.Case))], cases[0].Letters.Length,
            cases.SelectMany(entry => Assessment.Make.Scores(entry.Task, entry.Case.Id, ModelRole.Candidate, entry.Letters)), [], new Dictionary<string, SuiteLikeness>()),
        Calls = [.. cases.SelectMany(entry => entry.Letters.Select((letter, i) => Call(entry.Case.Id, i + 1, letter)))],
        ReplyStructures = cases.Select(entry => entry.Task).Distinct().ToDictionary(task => task, task => Sha256Hex.Of(task.ToString())),
        Tools = ["workbench 0.1"],
        InvalidReasons = [],
    };

    /// <summary>The run by a plan with these criteria.</summary>
    public static MonitoredRun Claiming(this MonitoredRun run, params AcceptanceCriterion[] criteria) =>
        run with { Plan = run.Plan with { Criteria = criteria } };

    /// <summary>The run by a plan with these limits of drift checks.</summary>
    public static MonitoredRun Limited(this MonitoredRun run, DriftPlan limits) => run with { Plan = run.Plan with { Drift = limits } };

    public static MonitoredRun With(this MonitoredRun run, Func<RunConfiguration, RunConfiguration> change) => run with { Configuration = change(run.Configuration) };

    public static MonitoredRun WithCandidate(this MonitoredRun run, Func<ModelSpec, ModelSpec> change) => run.With(configuration => configuration with { Candidate = change(configuration.Candidate) });

    public static MonitoredRun WithCalls(this MonitoredRun run, Func<Attempt, Attempt> change) => run with { Calls = [.. run.Calls.Select(change)] };

    /// <summary>The run with the confidence that each case and repeat states; null for none.</summary>
    public static MonitoredRun Stating(this MonitoredRun run, Func<int, int, double?> confidence)
    {
        var places = run.Scored.Cases.Select((entry, i) => (entry.Case.Id, i)).ToDictionary(entry => entry.Id, entry => entry.i);
        return run with
        {
            Scored = new ScoredRun(
                run.Scored.Cases, run.Scored.Repeats, run.Scored.Scores.Select(score => score with { Confidence = confidence(places[score.Key.CaseId], score.Key.Repeat) }), [], run.Scored.Likeness),
        };
    }

    private static Attempt Call(string caseId, int repeat, char letter) => new()
    {
        RunId = "R",
        CaseId = caseId,
        Role = ModelRole.Candidate,
        Repeat = repeat,
        Number = 1,
        StartedMicros = 0,
        LatencyMicros = 100_000 * repeat,
        RequestSha256 = Sha256Hex.Of(caseId),
        ServedModel = letter == '-' ? null : "m-new",
        SystemFingerprint = letter == '-' ? null : "fp-1",
        PromptTokens = 10,
        CompletionTokens = 20,
        Fault = letter == '-' ? "HTTP 503" : null,
    };
}
