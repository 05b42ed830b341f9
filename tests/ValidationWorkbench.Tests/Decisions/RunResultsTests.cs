using ValidationWorkbench.Assessment;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Scoring;
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
        const string expected =
            """{"planSha256":"PPPP","caseSetSha256":["CCCC"],"models":[{"name":"old","provider":"openai-compatible","endpoint":null,"model":"old-id","acceptedModels":[],"keyVariable":null,"timeoutSeconds":120,"parameters":{"temperature":null,"topP":null,"maxTokens":null,"lengthField":"max_tokens","seed":null,"reasoningEffort":null},"price":null,"profile":null},{"name":"new","provider":"simulated","endpoint":null,"model":"new-id","acceptedModels":[],"keyVariable":null,"timeoutSeconds":120,"parameters":{"temperature":null,"topP":null,"maxTokens":null,"lengthField":"max_tokens","seed":null,"reasoningEffort":null},"price":null,"profile":null}],"repeats":3,"seed":7,"outcome":"NO-GO","demonstration":true,"reasons":["AC-1 accuracy not met: why ≤ 5 %."],"demonstrationReasons":["Simulated."],"totals":[{"role":"baseline","planned":3,"passed":3,"failed":0,"undecided":0,"error":0,"aborted":0},{"role":"candidate","planned":3,"passed":0,"failed":3,"undecided":0,"error":0,"aborted":0}],"criteria":[{"id":"AC-1","kind":"accuracy","stratum":{},"requirement":"URS-1","severity":"major","unit":"case","method":"clopper-pearson","limit":0.95,"confidence":0.95,"caseLimit":null,"seconds":null,"n":1,"observed":0,"lower":0,"upper":0.9499999999999998,"baseline":1,"verdict":"NO-GO","reason":"why ≤ 5 %"}],"categorization":{"bothRight":0,"bothWrong":0,"improved":[],"regressed":["C-1"]},"oqGeneration":{"bothRight":0,"bothWrong":0,"improved":[],"regressed":[]},"confusion":[{"expected":["1","3","4","5"],"answered":["1","2","3","4","5","other","none"],"counts":[[0,0,0,0,0,0,0],[0,0,0,0,0,0,0],[0,0,0,3,0,0,0],[0,0,0,0,0,0,0]]},{"expected":["1","3","4","5"],"answered":["1","2","3","4","5","other","none"],"counts":[[0,0,0,0,0,0,0],[0,0,0,0,0,0,0],[0,0,0,0,2,0,1],[0,0,0,0,0,0,0]]}],"strata":[{"dimension":"system","value":"lims","task":"categorization","n":1,"baselineRight":1,"candidateRight":0,"candidateLower":0}],"disagreements":[{"caseId":"C-1","role":"candidate","decisions":["5","5","(no answer)"]}],"trialsSha256":"t"}""";
        Assert.Equal(expected, CanonicalJson.WriteText(Results()).Replace(new string('a', 64), "PPPP", StringComparison.Ordinal).Replace(new string('c', 64), "CCCC", StringComparison.Ordinal));
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
        var configuration = Make.Configuration(Make.Model("old"), Make.Model("new", ModelProvider.Simulated));
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
