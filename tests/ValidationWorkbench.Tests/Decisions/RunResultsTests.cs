using ValidationWorkbench.Assessment;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Scoring;
using ValidationWorkbench.Tests.Cli;
using Xunit;

namespace ValidationWorkbench.Tests.Decisions;

/// <summary>The results of a run as they are hashed.</summary>
public sealed class RunResultsTests
{
    [Fact]
    public void The_results_take_over_what_defines_and_what_came_out()
    {
        var results = Results();
        Assert.Equal((new string('a', 64), 3, 7L, "NO-GO", true, "t"), (results.PlanSha256, results.Repeats, results.Seed, results.Outcome, results.Demonstration, results.TrialsSha256));
        Assert.Equal([new string('c', 64)], results.CaseSetSha256);
        Assert.Equal(["old", "new"], results.Models.Select(model => model.Name));
        Assert.Equal("AC-1", Assert.Single(results.Criteria).Id);
        Assert.Equal(["C-1"], results.Categorization.Regressed);
    }

    [Fact]
    public void The_canonical_json_of_results_is_fixed()
    {
        var json = CanonicalJson.WriteText(Results()).Replace(new string('a', 64), "PPPP", StringComparison.Ordinal).Replace(new string('c', 64), "CCCC", StringComparison.Ordinal);
        GoldenFile.Check("results.json", json);
    }

    [Fact]
    public void Results_read_back_are_written_as_the_same_bytes()
    {
        var bytes = CanonicalJson.Write(Results());
        Assert.Equal(bytes, CanonicalJson.Write(CanonicalJson.Read<RunResults>(bytes)));
    }

    [Fact]
    public void Embeddings_are_part_of_the_results_where_there_are_any_and_leave_no_trace_where_there_are_none()
    {
        var embeddings = new EmbeddingSimilarity
        {
            Model = "e-1",
            ServedModels = ["e-1-v2"],
            Endpoint = "https://example.org/v1",
            Cases = [new("Q-1", 3, 2, 0.5, null, 1, null), EmbeddedCase.Without("Q-2", "why")],
        };
        var bytes = CanonicalJson.Write(Results() with { Embeddings = embeddings });

        Assert.Contains(
            """
            "embeddings":{"model":"e-1","servedModels":["e-1-v2"],"endpoint":"https://example.org/v1","cases":[{"caseId":"Q-1","baselineSuites":3,"candidateSuites":2,"baselineToItself":0.5,"candidateToBaseline":null,"candidateToItself":1,"notAvailable":null},{"caseId":"Q-2","baselineSuites":0,"candidateSuites":0,"baselineToItself":null,"candidateToBaseline":null,"candidateToItself":null,"notAvailable":"why"}]}
            """,
            System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(bytes, CanonicalJson.Write(CanonicalJson.Read<RunResults>(bytes)));
        Assert.DoesNotContain("embeddings", CanonicalJson.WriteText(Results()), StringComparison.Ordinal);
    }

    [Fact]
    public void Pairs_are_counted_again_after_reading() => Assert.Equal(1, CanonicalJson.Read<RunResults>(CanonicalJson.Write(Results())).Categorization.N);

    private static RunResults Results()
    {
        var configuration = Make.Configuration(Make.Model("old"), Make.Model("new", ModelSpec.SimulatedProvider));
        var testCase = Make.Case(CaseOrigin.Human, "A") with { Strata = new Dictionary<string, string> { ["system"] = "lims" }, Expected = new() { Category = 4 } };
        var scores = Scores(ModelRole.Baseline, 4, 3).Concat(Scores(ModelRole.Candidate, 5, 2));
        var run = new ScoredRun([(CaseTask.Categorization, testCase)], 3, scores, [], new Dictionary<string, SuiteLikeness>());
        var finding = Make.Finding("AC-1", Verdict.NoGo, "why ≤ 5 %") with { N = 1, Observed = 0, Lower = 0, Upper = 0.9499999999999998, Baseline = 1 };
        var assessment = RunAssessment.Of([], run, [new(ModelRole.Baseline, 3, 3, 0, 0, 0, 0), new(ModelRole.Candidate, 3, 0, 3, 0, 0, 0)]) with { Findings = [finding] };
        return RunResults.Of(configuration, configuration.Plan.Sha256, assessment, RecommendationRule.Apply(Make.Context(), [finding], [], ["Simulated."]), "t");
    }

    private static IEnumerable<TrialScore> Scores(ModelRole role, int category, int answered) => Enumerable.Range(1, answered).Select(repeat => new TrialScore
    {
        Key = new TrialKey("C-1", role, repeat),
        Verdict = category == 4 ? ScoreVerdict.Right : ScoreVerdict.Wrong,
        Reason = "r",
        SchemaConforms = true,
        Category = category,
        Decision = category == 4 ? "4" : "5",
    });
}
