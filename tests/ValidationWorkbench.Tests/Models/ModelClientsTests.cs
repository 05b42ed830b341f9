using ValidationWorkbench.Models;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Models;

public sealed class ModelClientsTests
{
    private const string Key = "sk-very-secret-0815";

    [Fact]
    public async Task A_reachable_endpoint_is_asked_for_its_models_and_for_nothing_else()
    {
        await using var server = new LoopbackServer(_ => LoopbackAnswer.Of(200, "{}"));
        await Clients(null).CheckReachableAsync(Questions.Spec(server.Address), NoPlugin, CancellationToken.None);

        Assert.Equal("GET /v1/models", Assert.Single(server.Calls.Select(call => $"{call.Method} {call.Path}")));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(500)]
    public async Task An_endpoint_that_has_no_list_of_models_can_be_reached(int status)
    {
        await using var server = new LoopbackServer(_ => LoopbackAnswer.Of(status, "{}"));

        Assert.Null(await Record.ExceptionAsync(() => Clients(null).CheckReachableAsync(Questions.Spec(server.Address), NoPlugin, CancellationToken.None)));
    }

    [Fact]
    public async Task An_endpoint_on_which_nobody_listens_is_refused_before_anything_is_spent()
    {
        var address = await LoopbackServer.NobodyAsync();
        var message = await MessageAsync(Clients(null), Questions.Spec(address));

        Assert.StartsWith($"{address}: cannot be reached for model tested: ", message, StringComparison.Ordinal);
        Assert.EndsWith(". No call was made, nothing was spent.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_refused_key_is_named_by_its_variable_and_never_by_its_value(int status)
    {
        await using var server = new LoopbackServer(_ => LoopbackAnswer.Of(status, $"{{\"error\":\"{Key} is wrong\"}}"));
        var message = await MessageAsync(Clients(Key), Questions.Spec(server.Address, "TESTED_KEY"));

        Assert.Equal($"{server.Address}: refuses the key in the environment variable TESTED_KEY for model tested.", message);
    }

    [Fact]
    public async Task An_endpoint_that_wants_a_key_where_the_plan_names_none_is_refused()
    {
        await using var server = new LoopbackServer(_ => LoopbackAnswer.Of(401));

        Assert.Equal(
            $"{server.Address}: asks for a key for model tested; name its environment variable with keyVariable, or a file with keyFile.",
                await MessageAsync(Clients(null), Questions.Spec(server.Address)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task A_variable_that_is_not_set_is_named(string? value)
    {
        const string expected = "TESTED_KEY: this environment variable is not set; model tested takes its key from it.";
        var spec = Questions.Spec("http://127.0.0.1:9/v1", "TESTED_KEY");

        Assert.Equal(expected, await MessageAsync(Clients(value), spec));
        Assert.Equal(expected, Faults.OnlyOf(() => Clients(value).Create(spec, 1, NoPlugin)));
    }

    [Fact]
    public async Task The_key_is_read_from_the_variable_that_the_plan_names()
    {
        await using var server = new LoopbackServer(_ => LoopbackAnswer.Of(200, "{}"));
        var asked = new List<string>();
        var clients = new ModelClients(TimeProvider.System, name =>
        {
            asked.Add(name);
            return $" {Key}\n";
        });
        await clients.CheckReachableAsync(Questions.Spec(server.Address, "TESTED_KEY"), NoPlugin, CancellationToken.None);

        Assert.Equal(["TESTED_KEY"], asked);
        Assert.Equal($"Bearer {Key}", Assert.Single(server.Calls).Headers["authorization"]);
    }

    [Fact]
    public async Task A_simulated_model_needs_neither_network_nor_key()
    {
        var spec = new ModelSpec { Name = "sim", Provider = ModelSpec.SimulatedProvider, Model = "sim" };
        var clients = new ModelClients(TimeProvider.System, name => throw new InvalidOperationException(name));
        await clients.CheckReachableAsync(spec, NoPlugin, CancellationToken.None);

        Assert.IsType<SimulatedModelClient>(clients.Create(spec, 1, NoPlugin));
    }

    private static byte[] NoPlugin(string sha256) => throw new InvalidOperationException(sha256);

    private static ModelClients Clients(string? key) => new(TimeProvider.System, name => name == "TESTED_KEY" ? key : throw new InvalidOperationException(name));

    private static async Task<string> MessageAsync(ModelClients clients, ModelSpec spec) =>
        (await Assert.ThrowsAsync<InputException>(() => clients.CheckReachableAsync(spec, NoPlugin, CancellationToken.None))).Message;
}
