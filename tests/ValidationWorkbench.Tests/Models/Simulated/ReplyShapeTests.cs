using System.Text;
using System.Text.Json;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using Xunit;

namespace ValidationWorkbench.Tests.Models.Simulated;

public sealed class ReplyShapeTests
{
    private static readonly ModelRequest Question = SimulatedEndpoint.Categorization(SimulatedEndpoint.ConfiguredText);

    [Fact]
    public void A_reply_is_a_chat_completion_of_the_model_asked()
    {
        var exchange = SimulatedEndpoint.Ask(Question);
        Assert.Equal(ChatCompletionRequest.ToBytes(Question), exchange.RequestBytes);
        Assert.Equal(200, exchange.HttpStatus);
        Assert.Null(exchange.TransportError);
        using var body = JsonDocument.Parse(exchange.ReplyBytes);
        Assert.StartsWith("chatcmpl-sim-", body.RootElement.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("chat.completion", body.RootElement.GetProperty("object").GetString());
        Assert.Equal(0, body.RootElement.GetProperty("created").GetInt32());
        var choice = Assert.Single(body.RootElement.GetProperty("choices").EnumerateArray());
        Assert.Equal("assistant", choice.GetProperty("message").GetProperty("role").GetString());
    }

    [Fact]
    public void The_reply_reads_as_a_finished_answer_with_estimated_tokens()
    {
        var reply = SimulatedEndpoint.Reply(Question);
        Assert.Equal("sim-a", reply.Model);
        Assert.Equal("simulated-1", reply.SystemFingerprint);
        Assert.Equal("stop", reply.FinishReason);
        Assert.Equal((Question.SystemPrompt.Length + Question.UserPrompt.Length + 3) / 4, reply.Usage.PromptTokens);
        Assert.Equal((reply.Text.Length + 3) / 4, reply.Usage.CompletionTokens);
    }

    [Fact]
    public void A_malformed_reply_ends_in_the_middle_and_says_that_its_length_ran_out()
    {
        var whole = SimulatedEndpoint.Reply(Question);
        var cut = SimulatedEndpoint.Reply(Question, new SimulatedProfile { MalformedRate = 1 });
        Assert.Equal("length", cut.FinishReason);
        Assert.StartsWith(cut.Text, whole.Text, StringComparison.Ordinal);
        Assert.InRange(cut.Text.Length, whole.Text.Length / 5, whole.Text.Length * 4 / 5);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(cut.Text));
    }

    [Fact]
    public void A_failing_call_is_an_unavailable_endpoint_that_asks_for_no_wait()
    {
        var exchange = SimulatedEndpoint.Ask(Question, new SimulatedProfile { FailureRate = 1 });
        Assert.Equal(503, exchange.HttpStatus);
        Assert.Null(exchange.RetryAfter);
        var (reply, fault) = ChatCompletionReader.Read(exchange.HttpStatus, exchange.TransportError, exchange.ReplyBytes, new EndpointSettings());
        Assert.Null(reply);
        Assert.Equal(EndpointFaultKind.Unavailable, fault!.Kind);
        Assert.Contains("overloaded", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_schema_is_refused_as_a_wrong_request()
    {
        var exchange = SimulatedEndpoint.Ask(SimulatedEndpoint.Request(new ReplySchema("poem", "{}"), "Write a poem."), new SimulatedProfile { FailureRate = 1 });
        Assert.Equal(400, exchange.HttpStatus);
        Assert.Contains("'poem' is unknown; allowed are 'gamp_categorization' and 'oq_suite'", Encoding.UTF8.GetString(exchange.ReplyBytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_call_throws()
    {
        var client = new SimulatedModelClient(new SimulatedProfile(), 7, TimeProvider.System);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.AskAsync(Question, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_rate_that_is_no_probability_is_refused_by_name(double rate)
    {
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(
            () => new SimulatedModelClient(new SimulatedProfile { OmissionRate = rate }, 7, TimeProvider.System));
        Assert.Contains("OmissionRate", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("allowed is 0 to 1", thrown.Message, StringComparison.Ordinal);
    }
}
