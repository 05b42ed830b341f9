using System.Text.Json.Nodes;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using Xunit;

namespace ValidationWorkbench.Tests.Models.Endpoints;

/// <summary>
/// Answers, errors and limits in the shape in which each provider documents them or was seen to send them: every member of the shape that the preset
/// reads has the name, the place and the type that it has there. Texts and figures are made up. Together documents no error body; its rows are in the
/// shape of the OpenAI protocol, which it says it follows, and Cerebras's are as its users report them.
/// </summary>
public sealed class PresetShapeTests
{
    private const string OpenAiLimit = """{"error":{"message":"Rate limit reached for m","type":"requests","param":null,"code":"rate_limit_exceeded"}}""";

    private static readonly ModelReply Plain = new() { Text = "4", Model = "m-1", FinishReason = "stop", Usage = new TokenUsage(11, 5) };

    private static readonly Dictionary<string, Shape> Shapes = new()
    {
        ["openai"] = new(
            """
            {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"m-1-2026-03-05","choices":[{"index":0,"message":{"role":"assistant","content":"4",
             "refusal":null,"annotations":[]},"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":11,"completion_tokens":5,"total_tokens":16,
             "prompt_tokens_details":{"cached_tokens":3},"completion_tokens_details":{"reasoning_tokens":2}},"service_tier":"default","system_fingerprint":"fp_1"}
            """,
            Plain with { Id = "chatcmpl-1", Model = "m-1-2026-03-05", CachedTokens = 3, SystemFingerprint = "fp_1" },
            (400, """{"error":{"message":"Unsupported parameter: 'max_tokens'","type":"invalid_request_error","param":"max_tokens","code":"unsupported_parameter"}}"""),
            "Request: HTTP 400: Unsupported parameter: 'max_tokens'", (429, OpenAiLimit), 360,
            "x-ratelimit-limit-requests: 60", "x-ratelimit-remaining-requests: 0", "x-ratelimit-reset-requests: 6m0s", "x-ratelimit-reset-tokens: 12ms"),
        ["azure-openai"] = new(
            """
            {"id":"chatcmpl-2","object":"chat.completion","created":1,"model":"m-1","prompt_filter_results":[{"prompt_index":0,"content_filter_results":{}}],
             "choices":[{"index":0,"finish_reason":"content_filter","content_filter_results":{"hate":{"filtered":true,"severity":"high"}},
             "message":{"role":"assistant","content":""}}],"usage":{"prompt_tokens":11,"completion_tokens":5,"total_tokens":16}}
            """,
            Plain with { Id = "chatcmpl-2", Text = string.Empty, FinishReason = "content_filter" },
            (400, """{"error":{"message":"The response was filtered","type":null,"param":"prompt","code":"content_filter","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation"}}}"""),
            "ContentFilter: HTTP 400: The response was filtered", (429, """{"error":{"code":"429","message":"Requests have exceeded the call rate limit."}}"""), 1.5,
            "retry-after-ms: 1500", "Retry-After: 2", "x-ratelimit-remaining-tokens: -1", "x-ratelimit-reset-tokens: 0"),
        ["azure-openai-v1"] = new(
            """
            {"id":"chatcmpl-3","model":"m-1","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"4","refusal":null}}],
             "usage":{"prompt_tokens":11,"completion_tokens":5,"completion_tokens_details":{"reasoning_tokens":2}}}
            """,
            Plain with { Id = "chatcmpl-3" },
            (404, """{"error":{"code":"DeploymentNotFound","message":"The API deployment for this resource does not exist."}}"""),
            "Request: HTTP 404: The API deployment for this resource does not exist.", (429, OpenAiLimit), 2, "Retry-After: 2", "x-ratelimit-reset-requests: 60"),
        ["openrouter"] = new(
            """
            {"id":"gen-1","provider":"Fireworks","model":"m-1","object":"chat.completion","created":1,"choices":[{"logprobs":null,"finish_reason":"stop",
             "native_finish_reason":"STOP","index":0,"message":{"role":"assistant","content":"4","refusal":null,"reasoning":"Hm.",
             "reasoning_details":[{"type":"reasoning.text","text":"Hm."}]}}],"usage":{"prompt_tokens":11,"completion_tokens":5,"total_tokens":16,"cost":0.01}}
            """,
            Plain with { Id = "gen-1", Provider = "Fireworks", Reasoning = "Hm." },
            (200, """{"id":"gen-2","provider":"X","model":"m-1","choices":[{"index":0,"finish_reason":"error","message":{"role":"assistant","content":"4"},"error":{"code":502,"message":"Provider returned error","metadata":{"provider_name":"X"}}}]}"""),
            "Unavailable: an error inside an HTTP 200 reply: Provider returned error",
            (429, """{"error":{"code":429,"message":"Rate limit exceeded","metadata":{}},"user_id":"u"}"""), 7, "Retry-After: 7"),
        ["groq"] = new(
            """
            {"id":"chatcmpl-4","object":"chat.completion","created":1,"model":"m-1","choices":[{"index":0,"message":{"role":"assistant","content":"4",
             "reasoning":"Hm."},"logprobs":null,"finish_reason":"stop"}],"usage":{"queue_time":0.1,"prompt_tokens":11,"prompt_time":0.01,"completion_tokens":5,
             "completion_time":0.2,"total_tokens":16,"total_time":0.3},"system_fingerprint":"fp_g","x_groq":{"id":"req_1"}}
            """,
            Plain with { Id = "chatcmpl-4", Reasoning = "Hm.", SystemFingerprint = "fp_g" },
            (400, """{"error":{"message":"Failed to validate JSON","type":"invalid_request_error","code":"json_validate_failed","failed_generation":"{"}}"""),
            "Request: HTTP 400: Failed to validate JSON",
            (429, """{"error":{"message":"Rate limit reached for model","type":"tokens","code":"rate_limit_exceeded"}}"""), 7.66,
            "x-ratelimit-limit-requests: 14400", "x-ratelimit-reset-requests: 2m59.56s", "x-ratelimit-reset-tokens: 7.66s"),
        ["together"] = new(
            """
            {"id":"o1","object":"chat.completion","created":1,"model":"m-1","prompt":[],"choices":[{"finish_reason":"stop","seed":3,"index":0,"logprobs":null,
             "message":{"role":"assistant","content":"4","tool_calls":[],"reasoning":"Hm."}}],"usage":{"prompt_tokens":11,"completion_tokens":5,"total_tokens":16}}
            """,
            Plain with { Id = "o1", Reasoning = "Hm." },
            (422, """{"error":{"message":"Input validation error","type":"invalid_request_error","param":null,"code":null}}"""),
            "Request: HTTP 422: Input validation error", (429, OpenAiLimit), 3, "x-ratelimit-limit: 10", "x-ratelimit-remaining: 0", "x-ratelimit-reset: 3"),
        ["cerebras"] = new(
            """
            {"id":"chatcmpl-5","choices":[{"finish_reason":"stop","index":0,"message":{"content":"4","reasoning":"Hm.","role":"assistant"}}],"created":1,
             "model":"m-1","system_fingerprint":"fp_c","object":"chat.completion","usage":{"prompt_tokens":11,"completion_tokens":5,"total_tokens":16},
             "time_info":{"queue_time":0.1}}
            """,
            Plain with { Id = "chatcmpl-5", Reasoning = "Hm.", SystemFingerprint = "fp_c" },
            (404, """{"message":"Model m-1 does not exist or you do not have access to it.","type":"not_found_error","param":"model","code":"model_not_found"}"""),
            "Request: HTTP 404: Model m-1 does not exist or you do not have access to it.",
            (429, """{"message":"Tokens per minute limit exceeded","type":"too_many_requests_error","param":"quota","code":"token_quota_exceeded"}"""), 11.38,
            "x-ratelimit-limit-requests-day: 1000", "x-ratelimit-reset-requests-day: 33011.38", "x-ratelimit-reset-tokens-minute: 11.38"),
        ["fireworks"] = new(
            """
            {"id":"c6","object":"chat.completion","created":1,"model":"m-1","choices":[{"index":0,"message":{"role":"assistant","content":"4",
             "reasoning_content":"Hm."},"finish_reason":"stop"}],"usage":{"prompt_tokens":11,"total_tokens":16,"completion_tokens":5}}
            """,
            Plain with { Id = "c6", Reasoning = "Hm." },
            (400, """{"error":{"object":"error","type":"invalid_request_error","code":"invalid_request_error","message":"The prompt is longer than the maximum context length"}}"""),
            "ContextOverflow: HTTP 400: The prompt is longer than the maximum context length",
            (429, """{"error":{"object":"error","type":"rate_limit","message":"slow down"}}"""), null),
        ["vllm"] = new(
            """
            {"id":"chatcmpl-7","object":"chat.completion","created":1,"model":"m-1","choices":[{"index":0,"message":{"role":"assistant","content":"4",
             "refusal":null,"tool_calls":[],"reasoning":"Hm."},"logprobs":null,"finish_reason":"stop","stop_reason":null,"token_ids":null}],
             "usage":{"prompt_tokens":11,"total_tokens":16,"completion_tokens":5,"prompt_tokens_details":null},"prompt_logprobs":null}
            """,
            Plain with { Id = "chatcmpl-7", Reasoning = "Hm." },
            (400, """{"object":"error","message":"This model's maximum context length is 2048 tokens.","type":"BadRequestError","param":null,"code":400}"""),
            "ContextOverflow: HTTP 400: This model's maximum context length is 2048 tokens.",
            (404, """{"error":{"message":"The model `m` does not exist.","type":"NotFoundError","param":"model","code":404}}"""), null),
        ["ollama"] = new(
            """
            {"id":"chatcmpl-8","object":"chat.completion","created":1,"model":"m-1","system_fingerprint":"fp_ollama","choices":[{"index":0,
             "message":{"role":"assistant","content":"4","reasoning":"Hm."},"finish_reason":"stop"}],"usage":{"prompt_tokens":11,"completion_tokens":5,"total_tokens":16}}
            """,
            Plain with { Id = "chatcmpl-8", Reasoning = "Hm.", SystemFingerprint = "fp_ollama" },
            (404, """{"error":{"message":"model \"m-1\" not found, try pulling it first","type":"api_error","param":null,"code":null}}"""),
            "Request: HTTP 404: model \"m-1\" not found, try pulling it first",
            (503, """{"error":{"message":"server busy, please try again","type":"api_error","param":null,"code":null}}"""), null),
        ["ollama-native"] = new(
            """
            {"model":"m-1","created_at":"2026-11-20T10:00:00Z","message":{"role":"assistant","content":"4","thinking":"Hm."},"done":true,"done_reason":"stop",
             "total_duration":1,"load_duration":1,"prompt_eval_count":11,"prompt_eval_duration":1,"eval_count":5,"eval_duration":1}
            """,
            Plain with { Reasoning = "Hm." },
            (404, """{"error":"model 'm-1' not found"}"""), "Request: HTTP 404: model 'm-1' not found",
            (503, """{"error":"server busy, please try again. maximum pending requests exceeded"}"""), null),
        ["lm-studio"] = new(
            """
            {"id":"chatcmpl-9","object":"chat.completion","created":1,"model":"m-1","choices":[{"index":0,"logprobs":null,"finish_reason":"stop",
             "message":{"role":"assistant","content":"4","reasoning_content":"Hm.","tool_calls":[]}}],
             "usage":{"prompt_tokens":11,"completion_tokens":5,"total_tokens":16},"stats":{},"system_fingerprint":"m-1"}
            """,
            Plain with { Id = "chatcmpl-9", Reasoning = "Hm.", SystemFingerprint = "m-1" },
            (200, """{"error":"Unexpected endpoint or method. (POST /chat/completions)"}"""),
            "Protocol: an error inside an HTTP 200 reply: Unexpected endpoint or method. (POST /chat/completions)",
            (500, """{"error":"model crashed"}"""), null),
        ["litellm"] = new(
            """
            {"id":"chatcmpl-10","created":1,"model":"m-1","object":"chat.completion","system_fingerprint":null,"choices":[{"finish_reason":"stop","index":0,
             "message":{"content":"4","role":"assistant","tool_calls":null,"function_call":null,"reasoning_content":"Hm."}}],
             "usage":{"completion_tokens":5,"prompt_tokens":11,"total_tokens":16,"prompt_tokens_details":{"cached_tokens":3}}}
            """,
            Plain with { Id = "chatcmpl-10", Reasoning = "Hm.", CachedTokens = 3 },
            (400, """{"error":{"message":"litellm.ContextWindowExceededError: context length exceeded","type":"None","param":"None","code":"400"}}"""),
            "ContextOverflow: HTTP 400: litellm.ContextWindowExceededError: context length exceeded",
            (429, """{"error":{"message":"litellm.RateLimitError: slow","type":"throttling_error","param":null,"code":"429"}}"""), 5,
            "x-litellm-model-id: abc", "x-ratelimit-remaining-requests: 0", "x-ratelimit-reset-requests: 5s"),
        ["llama-cpp"] = new(
            """
            {"choices":[{"finish_reason":"stop","index":0,"message":{"role":"assistant","content":"4","reasoning_content":"Hm."}}],"created":1,"model":"m-1",
             "system_fingerprint":"b0-unknown","object":"chat.completion","usage":{"completion_tokens":5,"prompt_tokens":11,"total_tokens":16,
             "prompt_tokens_details":{"cached_tokens":0}},"id":"chatcmpl-11","timings":{"prompt_n":11}}
            """,
            Plain with { Id = "chatcmpl-11", Reasoning = "Hm.", SystemFingerprint = "b0-unknown" },
            (400, """{"error":{"code":400,"message":"request (6028 tokens) exceeds the available context size (2048 tokens), try increasing it","type":"exceed_context_size_error","n_prompt_tokens":6028,"n_ctx":2048}}"""),
            "ContextOverflow: HTTP 400: request (6028 tokens) exceeds the available context size (2048 tokens), try increasing it",
            (503, """{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}"""), null),
        ["gemini"] = new(
            """{"choices":[{"finish_reason":"length","index":0}],"created":1,"id":"g1","model":"m-1","object":"chat.completion","usage":{"prompt_tokens":11,"total_tokens":11}}""",
            Plain with { Id = "g1", Text = string.Empty, FinishReason = "length", Usage = new TokenUsage(11, 0) },
            (400, """[{"error":{"code":400,"message":"Unknown name \"reasoning\": Cannot find field.","status":"INVALID_ARGUMENT","details":[]}}]"""),
            "Request: HTTP 400: Unknown name \"reasoning\": Cannot find field.",
            (429, """[{"error":{"code":429,"message":"You exceeded your current quota","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.QuotaFailure"},{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.5s"}]}}]"""),
            34.5),
        ["anthropic"] = new(
            """
            {"id":"msg_1","choices":[{"index":0,"message":{"role":"assistant","content":"4","refusal":null},"finish_reason":"stop","logprobs":null}],"created":1,
             "model":"m-1","object":"chat.completion","usage":{"completion_tokens":5,"prompt_tokens":11,"total_tokens":16},"system_fingerprint":"","service_tier":null}
            """,
            Plain with { Id = "msg_1", SystemFingerprint = string.Empty },
            (529, """{"error":{"code":"overloaded_error","message":"Overloaded","type":"overloaded_error","param":null}}"""), "Unavailable: HTTP 529: Overloaded",
            (429, """{"error":{"code":"rate_limit_error","message":"limit","type":"rate_limit_error","param":null}}"""), 9, "Retry-After: 9", "request-id: req_1"),
        ["custom"] = new(
            """{"model":"m-1","choices":[{"message":{"content":"4","reasoning_details":[{"text":"H"},{"text":"m."}]},"finish_reason":"stop"}],"usage":{"prompt_tokens":11,"completion_tokens":5}}""",
            Plain with { Reasoning = "Hm." },
            (422, """{"detail":"no such field"}"""), "Request: HTTP 422: no such field", (429, OpenAiLimit), 1.25, "x-ratelimit-reset-requests: 1.25s"),
    };

    public static TheoryData<string> Names => [.. Shapes.Keys];

    [Fact]
    public void Every_preset_has_its_shapes() => Assert.Equal(ProviderPresets.All.Select(preset => preset.Name).Order(), Shapes.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_answer_is_read_as_its_provider_writes_it(string name)
    {
        var (exchange, settings) = await AskAsync(name, LoopbackAnswer.Of(200, Shapes[name].Answer));
        var (reply, fault) = ChatCompletionReader.Read(exchange.HttpStatus, exchange.TransportError, exchange.ReplyBytes, settings);

        Assert.Null(fault);
        Assert.Equal(Shapes[name].Reply, reply);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_error_is_named_as_its_provider_words_it(string name)
    {
        var (exchange, settings) = await AskAsync(name, LoopbackAnswer.Of(Shapes[name].Error.Status, Shapes[name].Error.Body));

        Assert.Equal(Shapes[name].Fault, FaultOf(exchange, settings)?.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_limit_is_waited_for_as_long_as_its_provider_says(string name)
    {
        var shape = Shapes[name];
        var (exchange, settings) = await AskAsync(name, LoopbackAnswer.Of(shape.Limit.Status, shape.Limit.Body, shape.Headers));

        Assert.Equal(shape.Wait, exchange.RetryAfter?.TotalSeconds);
        Assert.Equal(shape.Limit.Status switch { 429 => EndpointFaultKind.RateLimit, 404 => EndpointFaultKind.Request, _ => EndpointFaultKind.Unavailable },
            FaultOf(exchange, settings)!.Kind);
        Assert.All(shape.Headers, header => Assert.Equal(header.Split(": ", 2)[1], exchange.Headers[header.Split(": ")[0].ToLowerInvariant()]));
    }

    [Theory]
    [InlineData("""{"error":{"details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"2s"}]}}""", 2.0)]
    [InlineData("""{"error":{"details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"soon"}]}}""", null)]
    [InlineData("""{"error":{"details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":7},{"retryDelay":"2s"},null]}}""", null)]
    [InlineData("""{"error":{"details":{}}}""", null)]
    [InlineData("[]", null)]
    [InlineData("no JSON", null)]
    public void A_wait_in_the_body_is_read_where_it_is_one(string body, double? seconds) =>
        Assert.Equal(seconds, RetryInfo.Find(System.Text.Encoding.UTF8.GetBytes(body))?.TotalSeconds);

    /// <summary>A choice may carry the error in a piece of a stream as well.</summary>
    [Fact]
    public void An_error_of_a_choice_ends_a_stream()
    {
        var choice = JsonNode.Parse(Shapes["openrouter"].Error.Body)!.ToJsonString();
        var (_, fault) = ChatCompletionReader.Read(200, null, System.Text.Encoding.UTF8.GetBytes($"data: {choice}\n\ndata: [DONE]\n\n"),
            ProviderPresets.Find("openrouter")!.Settings);

        Assert.Equal("Unavailable: an error in mid-stream: Provider returned error", fault?.ToString());
    }

    private static EndpointFault? FaultOf(ModelExchange exchange, EndpointSettings settings) =>
        ChatCompletionReader.Read(exchange.HttpStatus, exchange.TransportError, exchange.ReplyBytes, settings).Fault;

    private static async Task<(ModelExchange Exchange, EndpointSettings Settings)> AskAsync(string name, LoopbackAnswer answer)
    {
        await using var server = new LoopbackServer(_ => answer);
        var spec = ModelResolver.Resolve(Questions.Spec(server.Address) with { Provider = name });
        using var client = new HttpModelClient(spec, "sk-0815-shape", TimeProvider.System);
        return (await client.AskAsync(Questions.Ask() with { Settings = spec.Wire }, CancellationToken.None), spec.Wire);
    }

    /// <summary>What a provider sends.</summary>
    /// <param name="Answer">Body of a good answer.</param>
    /// <param name="Reply">What is read of it.</param>
    /// <param name="Error">Status and body of an error.</param>
    /// <param name="Fault">What is made of it.</param>
    /// <param name="Limit">Status and body where it can serve no more for now; a server of one's own that knows no limit refuses otherwise.</param>
    /// <param name="Wait">Seconds that it asks to wait; null where it does not say.</param>
    /// <param name="Headers">Headers that come with the limit.</param>
    private sealed record Shape(
        string Answer, ModelReply Reply, (int Status, string Body) Error, string Fault, (int Status, string Body) Limit, double? Wait, params string[] Headers);
}
