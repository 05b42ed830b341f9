using ValidationWorkbench.Models;
using Xunit;

namespace ValidationWorkbench.Tests.Models.Simulated;

public sealed class DeterminismTests
{
    private static readonly SimulatedProfile Erring = new()
    {
        SystematicErrorRate = 0.3,
        InstabilityRate = 0.3,
        WordingNoise = 0.5,
        OmissionRate = 0.2,
        MalformedRate = 0.2,
        FailureRate = 0.2,
    };

    private static readonly (string Id, string Text)[] Requirements =
    [
        ("UR-1", "The system shall lock an account after 5 failed log-on attempts."),
        ("UR-2", "A temperature above 25.0 °C shall raise an alarm within 2 minutes."),
        ("UR-3", "The report shall show the batch number on every page."),
    ];

    [Fact]
    public void The_same_question_gives_the_same_bytes()
    {
        for (var repeat = 1; repeat <= 20; repeat++)
        {
            var categorization = SimulatedEndpoint.Categorization(SimulatedEndpoint.ConfiguredText, repeat);
            var suite = SimulatedEndpoint.Suite(Requirements, repeat);
            Assert.Equal(SimulatedEndpoint.Ask(categorization, Erring).ReplyBytes, SimulatedEndpoint.Ask(categorization, Erring).ReplyBytes);
            Assert.Equal(SimulatedEndpoint.Ask(suite, Erring).ReplyBytes, SimulatedEndpoint.Ask(suite, Erring).ReplyBytes);
        }
    }

    [Fact]
    public async Task One_client_used_by_many_threads_answers_as_when_asked_in_turn()
    {
        var client = new SimulatedModelClient(Erring, 7, TimeProvider.System);
        var requests = Enumerable.Range(1, 60).Select(repeat => SimulatedEndpoint.Suite(Requirements, repeat)).ToList();
        var parallel = await Task.WhenAll(requests.Select(request => Task.Run(() => client.AskAsync(request, CancellationToken.None))));
        var inTurn = requests.Select(request => SimulatedEndpoint.Ask(request, Erring).ReplyBytes);
        Assert.Equal(inTurn, parallel.Select(exchange => exchange.ReplyBytes));
    }

    [Fact]
    public void Seed_model_name_and_prompt_decide_which_cases_are_hit()
    {
        var profile = new SimulatedProfile { SystematicErrorRate = 0.5 };
        var texts = Enumerable.Range(1, 60).Select(number => $"{SimulatedEndpoint.ConfiguredText} Ward {number}.").ToList();
        var first = texts.Select(text => Answer(text, "sim-a", 7)).ToList();
        Assert.Equal(2, first.Distinct().Count());
        Assert.NotEqual(first, texts.Select(text => Answer(text, "sim-a", 8)));
        Assert.NotEqual(first, texts.Select(text => Answer(text, "sim-b", 7)));

        int Answer(string text, string model, ulong seed) =>
            SimulatedEndpoint.Json(SimulatedEndpoint.Categorization(text, 1, model), profile, seed).GetProperty("category").GetInt32();
    }

    [Fact]
    public async Task The_latency_is_what_the_clock_measured()
    {
        var client = new SimulatedModelClient(new SimulatedProfile(), 7, new SteppingClock());
        var exchange = await client.AskAsync(SimulatedEndpoint.Categorization(SimulatedEndpoint.ConfiguredText), CancellationToken.None);
        Assert.Equal(TimeSpan.FromSeconds(3), exchange.Latency);
    }

    /// <summary>Moves on by three seconds each time it is read.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        private long seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => seconds += 3;
    }
}
