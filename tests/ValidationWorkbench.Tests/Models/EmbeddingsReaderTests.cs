using System.Globalization;
using System.Text;
using ValidationWorkbench.Models;
using Xunit;

namespace ValidationWorkbench.Tests.Models;

public sealed class EmbeddingsReaderTests
{
    [Fact]
    public void Vectors_come_in_the_order_of_their_indexes_and_not_of_their_places()
    {
        var (reply, fault) = Read(
            """{"object":"list","data":[{"index":1,"embedding":[0,-2.5e-1]},{"object":"embedding","index":0,"embedding":[1,2]}],"model":"e-1-v2","usage":{"prompt_tokens":9,"total_tokens":9}}""", 2);

        Assert.Null(fault);
        Assert.Equal([[1, 2], [0, -0.25]], reply!.Vectors);
        Assert.Equal(("e-1-v2", 9L), (reply.Model, reply.PromptTokens));
    }

    [Fact]
    public void What_the_endpoint_does_not_say_is_not_made_up()
    {
        var reply = Read("""{"data":[{"index":0,"embedding":[1]}]}""", 1).Reply!;
        Assert.Equal((null, 0L), (reply.Model, reply.PromptTokens));
    }

    [Fact]
    public void Ten_thousand_dimensions_are_read()
    {
        var numbers = string.Join(',', Enumerable.Range(0, 10_000).Select(i => (i / 7.0).ToString("R", CultureInfo.InvariantCulture)));
        var vectors = Read($$"""{"data":[{"index":0,"embedding":[{{numbers}}]},{"index":1,"embedding":[{{numbers}}]}]}""", 2).Reply!.Vectors;

        Assert.Equal((10_000, 9_999 / 7.0), (vectors[1].Length, vectors[1][^1]));
    }

    [Theory]
    [InlineData("", "HTTP 200, but the body is no JSON object: (empty body)")]
    [InlineData("<html>Log in</html>", "HTTP 200, but the body is no JSON object: <html>Log in</html>")]
    [InlineData("""{"data":[{"index":0,"embedding":[NaN]}]}""", """HTTP 200, but the body is no JSON object: {"data":[{"index":0,"embedding":[NaN]}]}""")]
    [InlineData("[]", "HTTP 200, but the body is no JSON object: []")]
    [InlineData("{}", "the reply holds no list \"data\"")]
    [InlineData("""{"data":{}}""", "the reply holds no list \"data\"")]
    [InlineData("""{"error":{"message":"overloaded"}}""", "an error inside an HTTP 200 reply: overloaded")]
    [InlineData("""{"data":[]}""", "the reply holds 0 embeddings for 2 texts")]
    [InlineData("""{"data":[{"index":0,"embedding":[1]}]}""", "the reply holds 1 embeddings for 2 texts")]
    [InlineData("""{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[1]},{"index":2,"embedding":[1]}]}""", "the reply holds 3 embeddings for 2 texts")]
    [InlineData("""{"data":[{"embedding":[1]},{"index":1,"embedding":[1]}]}""", "an embedding has no index from 0 to 1")]
    [InlineData("""{"data":[{"index":"0","embedding":[1]},{"index":1,"embedding":[1]}]}""", "an embedding has no index from 0 to 1")]
    [InlineData("""{"data":[{"index":0.5,"embedding":[1]},{"index":1,"embedding":[1]}]}""", "an embedding has no index from 0 to 1")]
    [InlineData("""{"data":[{"index":2,"embedding":[1]},{"index":1,"embedding":[1]}]}""", "an embedding has no index from 0 to 1")]
    [InlineData("""{"data":[{"index":-1,"embedding":[1]},{"index":1,"embedding":[1]}]}""", "an embedding has no index from 0 to 1")]
    [InlineData("""{"data":[7,{"index":1,"embedding":[1]}]}""", "an embedding has no index from 0 to 1")]
    [InlineData("""{"data":[{"index":1,"embedding":[1]},{"index":1,"embedding":[1]}]}""", "two embeddings have the index 1")]
    [InlineData("""{"data":[{"index":0,"embedding":[1]},{"index":1}]}""", "the embedding with the index 1 is no list of finite numbers")]
    [InlineData("""{"data":[{"index":0,"embedding":"AACAPw=="},{"index":1,"embedding":[1]}]}""", "the embedding with the index 0 is no list of finite numbers")]
    [InlineData("""{"data":[{"index":0,"embedding":[]},{"index":1,"embedding":[]}]}""", "the embedding with the index 0 is no list of finite numbers")]
    [InlineData("""{"data":[{"index":0,"embedding":["NaN"]},{"index":1,"embedding":[1]}]}""", "the embedding with the index 0 is no list of finite numbers")]
    [InlineData("""{"data":[{"index":0,"embedding":[null]},{"index":1,"embedding":[1]}]}""", "the embedding with the index 0 is no list of finite numbers")]
    [InlineData("""{"data":[{"index":0,"embedding":[1e999]},{"index":1,"embedding":[1]}]}""", "the embedding with the index 0 is no list of finite numbers")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1]}]}""", "the embeddings have different lengths: 2, 1")]
    public void A_reply_that_is_not_what_was_asked_for_is_a_fault_and_is_not_repaired(string body, string detail)
    {
        var (reply, fault) = Read(body, 2);
        Assert.Null(reply);
        Assert.Equal(new EndpointFault(EndpointFaultKind.Protocol, detail), fault);
    }

    [Theory]
    [InlineData(401, EndpointFaultKind.Authentication, false)]
    [InlineData(404, EndpointFaultKind.Request, false)]
    [InlineData(429, EndpointFaultKind.RateLimit, true)]
    [InlineData(500, EndpointFaultKind.Unavailable, true)]
    public void Faults_have_the_classes_of_all_endpoints(int status, EndpointFaultKind kind, bool transient)
    {
        var fault = EmbeddingsReader.Read(status, null, "{\"detail\":\"m\"}"u8.ToArray(), 1).Fault!;
        Assert.Equal((new EndpointFault(kind, $"HTTP {status}: m"), transient), (fault, fault.IsTransient));
    }

    [Fact]
    public void A_reply_that_never_came_says_why() =>
        Assert.Equal("Unavailable: no reply within 1 s", EmbeddingsReader.Read(null, "no reply within 1 s", ReadOnlyMemory<byte>.Empty, 1).Fault!.ToString());

    private static (EmbeddingsReply? Reply, EndpointFault? Fault) Read(string body, int count) => EmbeddingsReader.Read(200, null, Encoding.UTF8.GetBytes(body), count);
}
