using System.Text.Json.Nodes;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using Xunit;

namespace ValidationWorkbench.Tests.Models.Peer;

/// <summary>The client against an endpoint of other authors: what they understood is what was meant.</summary>
public sealed class PeerTests(Aimock peer) : IClassFixture<Aimock>
{
    [PeerTheory]
    [InlineData("custom", "/v1", "/v1/chat/completions", "max_tokens", false)]
    [InlineData("custom", "/v1", "/v1/chat/completions", "max_tokens", true)]
    [InlineData("azure-openai", "", "/openai/deployments/m-1/chat/completions?api-version=2024-10-21", "max_completion_tokens", false)]
    [InlineData("azure-openai", "", "/openai/deployments/m-1/chat/completions?api-version=2024-10-21", "max_completion_tokens", true)]
    [InlineData("azure-openai-v1", "/openai/v1", "/openai/v1/chat/completions", "max_completion_tokens", false)]
    [InlineData("openai", "/v1", "/v1/chat/completions", "max_completion_tokens", true)]
    public async Task A_request_in_the_protocol_of_OpenAI_arrives_as_it_was_meant(string provider, string path, string expectedPath,
        string lengthField, bool streams)
    {
        var (exchange, reply, fault) = await AskAsync(provider, path, "sort", streams: streams);
        var request = await peer.LastRequestAsync();
        var body = request["body"]!.AsObject();
        body.Remove("_endpointType");

        Assert.Null(fault);
        Assert.Equal(("pong ü", "stop", "m-1"), (reply!.Text, reply.FinishReason, reply.Model));
        Assert.Equal(streams, exchange.FirstToken is not null);
        Assert.Equal(("POST", expectedPath), ((string?)request["method"], (string?)request["path"]));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(exchange.RequestBytes), body), body.ToJsonString());
        Assert.Equal((7, "gamp_categorization", "sort"), ((int?)body[lengthField], (string?)body["response_format"]!["json_schema"]!["name"],
            (string?)body["messages"]![1]!["content"]));
        Assert.Equal((string?)request["headers"]!["x-request-id"], exchange.Headers["x-request-id"]);
    }

    [PeerTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_in_the_protocol_of_Ollama_arrives_as_it_was_meant(bool streams)
    {
        var (exchange, reply, fault) = await AskAsync("ollama-native", "", "sort", streams: streams, auth: AuthStyle.Bearer);
        var request = await peer.LastRequestAsync();

        Assert.Null(fault);
        Assert.Equal(("pong ü", "stop"), (reply!.Text, reply.FinishReason));
        Assert.Equal(streams, exchange.FirstToken is not null);
        Assert.Equal(("/api/chat", "m-1", 7, streams), ((string?)request["path"], (string?)request["body"]!["model"],
            (int?)request["body"]!["max_tokens"], (bool?)request["body"]!["stream"]));
    }

    [PeerTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reasoning_is_kept_apart(bool streams)
    {
        var (_, reply, _) = await AskAsync("custom", "/v1", "think", streams: streams);

        Assert.Equal(("answer", "because"), (reply!.Text, reply.Reasoning));
    }

    [PeerTheory]
    [InlineData("custom", "/v1")]
    [InlineData("azure-openai", "")]
    [InlineData("ollama-native", "")]
    public async Task A_wrong_key_is_a_fault_of_authentication(string provider, string path)
    {
        var (_, _, fault) = await AskAsync(provider, path, "sort", key: "sk-not-the-right-one");

        Assert.Equal("Authentication: HTTP 401: Invalid API key", fault!.ToString());
    }

    [PeerFact]
    public async Task A_rate_limit_says_how_long_to_wait_and_what_is_left()
    {
        var (exchange, _, fault) = await AskAsync("openai", "/v1", "limit");

        Assert.Equal("RateLimit: HTTP 429: Rate limit reached", fault!.ToString());
        Assert.Equal(TimeSpan.FromSeconds(1), exchange.RetryAfter);
        Assert.Equal(("1", "0", "1s"), (exchange.Headers["retry-after"], exchange.Headers["x-ratelimit-remaining-requests"],
            exchange.Headers["x-ratelimit-reset-requests"]));
    }

    [PeerTheory]
    [InlineData("malformedRate", "Protocol: HTTP 200, but the body is no JSON object: ")]
    [InlineData("disconnectRate", "Unavailable: ")]
    public async Task A_reply_that_goes_wrong_is_a_fault_with_its_class(string chaos, string expected)
    {
        await peer.SetChaosAsync($"{{\"{chaos}\":1}}");
        try
        {
            var (exchange, _, fault) = await AskAsync("custom", "/v1", "sort");

            Assert.StartsWith(expected, fault!.ToString(), StringComparison.Ordinal);
            Assert.Equal(chaos == "disconnectRate", exchange.TransportError is not null);
        }
        finally
        {
            await peer.SetChaosAsync("{}");
        }
    }

    private async Task<(ModelExchange Exchange, ModelReply? Reply, EndpointFault? Fault)> AskAsync(
        string provider, string path, string prompt, string key = Aimock.Key, bool streams = false, AuthStyle? auth = null)
    {
        var spec = ModelResolver.Resolve(Questions.Spec(peer.Address + path) with
        {
            Provider = provider,
            Parameters = new ModelParameters { MaxTokens = 7 },
            Connection = new ConnectionOverrides { Stream = streams, Auth = auth },
        });
        using var client = new HttpModelClient(spec, key, TimeProvider.System);
        var exchange = await client.AskAsync(Questions.Ask(prompt) with { Settings = spec.Wire, Parameters = spec.Parameters },
            CancellationToken.None);
        var (reply, fault) = ChatCompletionReader.Read(exchange.HttpStatus, exchange.TransportError, exchange.ReplyBytes, spec.Wire);
        return (exchange, reply, fault);
    }
}
