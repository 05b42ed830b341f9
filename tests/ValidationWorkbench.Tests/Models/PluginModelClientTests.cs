using System.Text;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Models;

public sealed class PluginModelClientTests
{
    private const string Key = "sk-very-secret-0815";

    [Fact]
    public async Task The_answer_is_kept_in_the_shape_of_the_protocol_and_read_like_any_other()
    {
        var exchange = await AskAsync(SamplePlugin.Spec(), Questions.Ask() with { Parameters = new ModelParameters { Seed = 7 } });

        Assert.Equal(
            """{"id":"sample","object":"chat.completion","model":"m-1","choices":[{"index":0,"message":{"role":"assistant","content":"{\"category\":4,\"components\":[],\"confidence\":0.9,\"rationale\":\"Seed 7.\",\"evidence\":[]}","reasoning":"I look it up."},"finish_reason":"stop"}],"usage":{"prompt_tokens":12,"completion_tokens":83,"prompt_tokens_details":{"cached_tokens":0}}}""",
            Encoding.UTF8.GetString(exchange.ReplyBytes));
        Assert.Equal(ChatCompletionRequest.ToBytes(Questions.Ask() with { Parameters = new ModelParameters { Seed = 7 } }), exchange.RequestBytes);
        var (reply, fault) = ChatCompletionReader.Read(exchange.HttpStatus, exchange.TransportError, exchange.ReplyBytes, new EndpointSettings { ReasoningFields = ["reasoning"] });
        Assert.Null(fault);
        Assert.Equal(("m-1", "stop", new TokenUsage(12, 83), "I look it up."), (reply!.Model, reply.FinishReason, reply.Usage, reply.Reasoning));
    }

    [Fact]
    public async Task An_exception_is_trouble_at_the_endpoint_and_the_key_stays_out_of_it()
    {
        var exchange = await AskAsync(SamplePlugin.Spec(keyVariable: "TESTED_KEY", settings: ("failsOn", "LIMS")), Questions.Ask());

        Assert.Equal((null, "InvalidOperationException: no luck with key [key removed]"), (exchange.HttpStatus, exchange.TransportError));
        Assert.Empty(exchange.ReplyBytes);
    }

    [Fact]
    public async Task A_client_that_never_answers_is_not_waited_for_beyond_the_limit()
    {
        var exchange = await AskAsync(SamplePlugin.Spec(settings: ("hangsOn", "LIMS")), Questions.Ask());

        Assert.Equal("no reply within 1 s", exchange.TransportError);
    }

    [Fact]
    public async Task Cancelling_throws()
    {
        using var source = new CancellationTokenSource();
        var asking = Clients(null).Create(SamplePlugin.Spec(settings: ("hangsOn", "LIMS")), 1, Read).AskAsync(Questions.Ask(), source.Token);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    public static TheoryData<string, string> Unusable => new()
    {
        { "ValidationWorkbench.SamplePlugin.Nobody", "sample.dll: holds no type ValidationWorkbench.SamplePlugin.Nobody; its public types: ValidationWorkbench.SamplePlugin.NotAClient, " },
        { "ValidationWorkbench.SamplePlugin.NotAClient", "sample.dll: ValidationWorkbench.SamplePlugin.NotAClient makes no client: a public static IChatClient Create(" },
        { "ValidationWorkbench.SamplePlugin.ThrowingFactory", "sample.dll: ValidationWorkbench.SamplePlugin.ThrowingFactory could not be made: InvalidOperationException: 1 settings are not enough" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task What_holds_no_client_is_refused_before_anything_is_asked(string type, string expected)
    {
        var exception = await Assert.ThrowsAsync<InputException>(() => Clients(null).CheckReachableAsync(SamplePlugin.Spec(type), Read, CancellationToken.None));

        Assert.StartsWith(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_assembly_is_refused() =>
        Assert.Equal("sample.dll: is no .NET assembly.", Faults.OnlyOf(() => Clients(null).Create(SamplePlugin.Spec(), 1, _ => "MZ no assembly"u8.ToArray())));

    [Fact]
    public void Offline_no_plugin_is_loaded_since_it_could_ask_anybody() => Assert.StartsWith(
        "--offline: model tested would be asked wherever the plugin ",
        Faults.OnlyOf(() => new ModelClients(TimeProvider.System, _ => null, isOffline: true).Create(SamplePlugin.Spec(), 1, Read)), StringComparison.Ordinal);

    private static Task<ModelExchange> AskAsync(ModelSpec spec, ModelRequest request) =>
        Clients(spec.KeyVariable is null ? null : Key).Create(spec, 1, Read).AskAsync(request, CancellationToken.None);

    private static byte[] Read(string sha256) => sha256 == SamplePlugin.Sha256 ? SamplePlugin.Bytes : throw new InvalidOperationException(sha256);

    private static ModelClients Clients(string? key) => new(TimeProvider.System, _ => key);
}
