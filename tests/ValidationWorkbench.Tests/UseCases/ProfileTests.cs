using System.Text.Json;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

public sealed class ProfileTests
{
    [Theory]
    [InlineData(null, "development", "/dev/chat/completions", 2)]
    [InlineData("parallel", "parallel", "/v1/chat/completions", 16)]
    public async Task A_run_asks_where_its_profile_says_and_freezes_it_without_a_deviation(string? profile, string expected, string path, int concurrency)
    {
        await using var bench = Open();
        var planned = await bench.SendAsync(bench.PlanRequest() with { Profile = profile });
        await bench.ExecuteAsync(planned.RunId);
        await bench.AssessAsync(planned.RunId);
        await bench.SendAsync(new IssueDocuments { Actor = RunBench.Tester, RunId = planned.RunId, OutFolder = bench.Folder.PathOf("out") });

        Assert.Equal((expected, concurrency), (planned.Configuration.Profile, planned.Configuration.Concurrency));
        Assert.Empty(planned.Configuration.Deviations);
        Assert.All(bench.Questions.Where(call => call.Model == "m-new"), call => Assert.Equal(path, call.Path));
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(bench.Folder.PathOf($"out/{planned.RunId}/run.json")));
        var configuration = document.RootElement.GetProperty("configuration");
        Assert.Equal(expected, configuration.GetProperty("profile").GetString());
        Assert.EndsWith(path[..^"/chat/completions".Length], configuration.GetProperty("candidate").GetProperty("endpoint").GetString(), StringComparison.Ordinal);
        Assert.True((await bench.VerifyAsync(deep: true)).Holds);
    }

    [Fact]
    public async Task The_budget_of_the_profile_stops_the_run()
    {
        await using var bench = Open();
        var stopped = await bench.ExecuteAsync((await bench.SendAsync(bench.PlanRequest() with { Profile = "small" })).RunId);

        Assert.StartsWith("the budget of 20 tokens ", stopped.StopReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_profile_is_refused_before_any_call()
    {
        await using var bench = Open();
        var exception = await Assert.ThrowsAsync<InputException>(() => bench.SendAsync(bench.PlanRequest() with { Profile = "production" }));

        Assert.Equal("--profile: found \"production\"; one of the profiles is needed: development, parallel, small.", exception.Message);
        Assert.Empty(bench.Questions);
    }

    private static RunBench Open() => new(call => LoopbackAnswer.Category(4, call.Model), plan =>
    {
        var address = plan.Split("endpoint: ")[1].Split("/v1")[0];
        return $$"""
            {{plan.TrimEnd()}}
            profiles:
              development: { models: { new: { endpoint: "{{address}}/dev" } }, execution: { concurrency: 2 } }
              parallel: { execution: { concurrency: 16 } }
              small: { budgets: { maxTokens: 20 } }
            defaultProfile: development

            """;
    });
}
