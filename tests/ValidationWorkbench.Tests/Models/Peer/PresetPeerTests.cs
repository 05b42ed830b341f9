using System.Text.Json.Nodes;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using Xunit;

namespace ValidationWorkbench.Tests.Models.Peer;

/// <summary>
/// Every preset with nothing of it changed but the host: the question arrives on the provider's own path, with its header, its name for the length and its
/// members, and what comes back is read. The peer serves all these paths; what it says in another way than the provider stands with the row,
/// and <see cref="Endpoints.PresetShapeTests"/> has that in the provider's way.
/// </summary>
public sealed class PresetPeerTests(Aimock peer) : IClassFixture<Aimock>
{
    private const string Model = "vendor/m-1";

    private static readonly string[] Sampling = ["temperature", "top_p", "seed", "reasoning_effort", "response_format"];

    private static readonly Dictionary<string, Row> Rows = new()
    {
        ["openai"] = new("/v1", "/v1/chat/completions") { Length = "max_completion_tokens" },
        ["azure-openai"] = new("", "/openai/deployments/vendor%2Fm-1/chat/completions?api-version=2024-10-21")
        {
            Length = "max_completion_tokens",
            Key = "api-key",
            Models = (404, "/openai/models?api-version=2024-10-21"),
        },
        ["azure-openai-v1"] = new("/openai/v1", "/openai/v1/chat/completions") { Length = "max_completion_tokens", Key = "api-key" },
        ["openrouter"] = new("/api/v1", "/api/v1/chat/completions")
        {
            Further = ["provider"],
            Reasoning = "because",
            Provider = "upstream",
            Gap = "in a stream the peer writes reasoning_content",
        },
        ["groq"] = new("/openai/v1", "/openai/v1/chat/completions") { Length = "max_completion_tokens", Gap = "the peer writes reasoning_content" },
        ["together"] = new("/v1", "/v1/chat/completions") { Gap = "the peer writes reasoning_content" },
        ["cerebras"] = new("/v1", "/v1/chat/completions") { Length = "max_completion_tokens", Gap = "the peer writes reasoning_content" },
        ["fireworks"] = new("/inference/v1", "/inference/v1/chat/completions")
        {
            Further = ["context_length_exceeded_behavior"],
            Reasoning = "because",
            Models = (404, "/inference/v1/models"),
        },
        ["vllm"] = new("/v1", "/v1/chat/completions") { Reasoning = "because" },
        ["ollama"] = new("/v1", "/v1/chat/completions") { Gap = "the peer writes reasoning_content" },
        ["ollama-native"] = new("", "/api/chat")
        {
            Models = (200, "/api/tags"),
            Served = Model,
            Finish = "stop",
            Usage = default,
            Fingerprint = null,
            Gap = "the peer counts no tokens here, always says stop, names the model asked for and writes reasoning_content",
        },
        ["lm-studio"] = new("/v1", "/v1/chat/completions") { Reasoning = "because" },
        ["litellm"] = new("/v1", "/v1/chat/completions") { Reasoning = "because" },
        ["llama-cpp"] = new("/v1", "/v1/chat/completions") { Reasoning = "because" },
        ["gemini"] = new("/v1beta/openai", "/v1beta/openai/chat/completions") { Models = (404, "/v1beta/openai/models") },
        ["anthropic"] = new("/v1", "/v1/chat/completions") { Without = ["seed", "reasoning_effort", "response_format"] },
        ["custom"] = new("/v1", "/v1/chat/completions") { Reasoning = "because" },
    };

    public static TheoryData<string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (var name in Rows.Keys)
            {
                cases.Add(name, false);
                cases.Add(name, true);
            }

            return cases;
        }
    }

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Fact]
    public void Every_preset_is_held_against_the_peer_under_its_own_base_path()
    {
        Assert.Equal(ProviderPresets.All.Select(preset => preset.Name).Order(), Rows.Keys.Order());
        Assert.All(ProviderPresets.All.Where(preset => preset.Endpoint is not null),
            preset => Assert.Equal(new Uri(preset.Endpoint!).AbsolutePath.TrimEnd('/'), Rows[preset.Name].Base));
        Assert.All(ProviderPresets.All.Where(preset => preset.Settings.ReasoningFields.Count > 0 && !preset.Settings.ReasoningFields.Contains("reasoning_content")),
            preset => Assert.Contains("reasoning_content", Rows[preset.Name].Gap, StringComparison.Ordinal));
    }

    [PeerTheory]
    [MemberData(nameof(Cases))]
    public async Task A_question_arrives_as_the_preset_sends_it_and_the_answer_is_read(string name, bool streams)
    {
        var row = Rows[name];
        var spec = Spec(name, row, streams);
        using var client = new HttpModelClient(spec, Aimock.Key, TimeProvider.System);
        var exchange = await client.AskAsync(Questions.Ask("weigh") with { Model = spec.Model, Settings = spec.Wire, Parameters = spec.Parameters },
            CancellationToken.None);
        var (reply, fault) = ChatCompletionReader.Read(exchange.HttpStatus, exchange.TransportError, exchange.ReplyBytes, spec.Wire);
        var request = await peer.LastRequestAsync();

        Assert.Null(fault);
        Assert.Equal(("POST", row.Path), ((string?)request["method"], (string?)request["path"]));
        CheckKey(row, request["headers"]!.AsObject());
        CheckBody(row, request["body"]!.AsObject(), JsonNode.Parse(exchange.RequestBytes)!.AsObject(), streams);
        Assert.Equal(
            new ModelReply
            {
                Text = "weighed ü",
                Reasoning = streams && row.Gap is not null ? null : row.Reasoning,
                FinishReason = row.Finish,
                Model = row.Served,
                Usage = row.Usage,
                SystemFingerprint = row.Fingerprint,
                Provider = row.Provider,
                Id = reply!.Id,
            }, reply);
        Assert.Equal(streams, exchange.FirstToken is not null);
    }

    [PeerTheory]
    [MemberData(nameof(Names))]
    public async Task The_list_of_models_is_asked_for_where_the_provider_keeps_it(string name)
    {
        var row = Rows[name];
        var spec = Spec(name, row, streams: false);
        using HttpModelClient client = new(spec, Aimock.Key, TimeProvider.System), stranger = new(spec, "sk-not-the-right-one", TimeProvider.System);
        var list = await client.ListModelsAsync(CancellationToken.None);

        Assert.Equal(peer.Address + row.Models.Path.Replace("{base}", row.Base, StringComparison.Ordinal),
            EndpointPaths.ModelsOf(spec.Endpoint!, spec.Wire).AbsoluteUri);
        Assert.Equal(row.Models.Status, list.HttpStatus);
        Assert.Equal(list.HttpStatus == 200, ModelListReader.Read(list.HttpStatus, null, list.ReplyBytes).Models is { Count: > 0 });
        Assert.Equal(401, (await stranger.ListModelsAsync(CancellationToken.None)).HttpStatus);
    }

    /// <summary>The peer answers nobody without the key; its journal names the header and blackens the value.</summary>
    private static void CheckKey(Row row, JsonObject headers) =>
        Assert.Equal((row.Key == "authorization", row.Key == "api-key"), (headers.ContainsKey("authorization"), headers.ContainsKey("api-key")));

    /// <summary>What the peer understood, which of Ollama's protocol is its own translation, and the members that were sent.</summary>
    private static void CheckBody(Row row, JsonObject understood, JsonObject sent, bool streams)
    {
        Assert.Equal((Model, "weigh"), ((string?)understood["model"], (string?)understood["messages"]![1]!["content"]));
        if (row.Path == "/api/chat")
        {
            Assert.Equal((7, 0.5, streams), ((int?)understood["max_tokens"], (double?)understood["temperature"], (bool?)understood["stream"]));
            Assert.Equal(["temperature", "top_p", "num_predict", "seed"], sent["options"]!.AsObject().Select(member => member.Key));
            Assert.Equal(["model", "messages", "stream", "format", "think", "options"], sent.Select(member => member.Key));
            return;
        }

        understood.Remove("_endpointType");
        Assert.True(JsonNode.DeepEquals(sent, understood), understood.ToJsonString());
        Assert.Equal(7, (int?)understood[row.Length]);
        string[] expected = ["model", "messages", row.Length, .. Sampling.Except(row.Without), .. row.Further, .. streams ? ["stream", "stream_options"] : Array.Empty<string>()];
        Assert.Equal(expected.Order(), understood.Select(member => member.Key).Order());
    }

    private ModelSpec Spec(string name, Row row, bool streams) => ModelResolver.Resolve(Questions.Spec(peer.Address + row.Base) with
    {
        Provider = name,
        Model = Model,
        Parameters = new ModelParameters { Temperature = 0.5, TopP = 0.9, MaxTokens = 7, Seed = 3, ReasoningEffort = "low" },
        Connection = new ConnectionOverrides { Stream = streams },
    });

    /// <summary>What is expected of a preset.</summary>
    /// <param name="Base">Path of the base address.</param>
    /// <param name="Path">Path of a question.</param>
    private sealed record Row(string Base, string Path)
    {
        public string Length { get; init; } = "max_tokens";

        public string Key { get; init; } = "authorization";

        /// <summary>Members that the extra body adds.</summary>
        public string[] Further { get; init; } = [];

        /// <summary>Members that the preset omits.</summary>
        public string[] Without { get; init; } = [];

        /// <summary>Where the models are listed, and with which status the peer answers: it lists them on some of the paths only.</summary>
        public (int Status, string Path) Models { get; init; } = (200, "{base}/models");

        public string? Reasoning { get; init; }

        public string Finish { get; init; } = "length";

        public string Served { get; init; } = "served-1";

        public TokenUsage Usage { get; init; } = new(11, 5);

        public string? Fingerprint { get; init; } = "fp_peer";

        public string? Provider { get; init; }

        /// <summary>What the peer does otherwise than the provider, so that this row cannot show it; null for nothing.</summary>
        public string? Gap { get; init; }
    }
}
