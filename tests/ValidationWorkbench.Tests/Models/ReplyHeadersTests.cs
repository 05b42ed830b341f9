using ValidationWorkbench.Models;
using Xunit;

namespace ValidationWorkbench.Tests.Models;

public sealed class ReplyHeadersTests
{
    [Fact]
    public void Headers_that_say_who_answered_and_what_is_left_are_kept_in_one_order_and_shortened()
    {
        var kept = ReplyHeaders.Keep(
        [
            new("X-RateLimit-Remaining-Tokens", "0"), new("Server", new string('s', 300)), new("cf-ray", "1"), new("X-Request-Id", "r-1"),
                new("Set-Cookie", "a=b"),
            new("apim-request-id", "a"), new("request-id", "q"), new("openai-processing-ms", "12"), new("Retry-After-Ms", "5"),
                new("x-litellm-model-id", "m"),
        ]);

        Assert.Equal(
            ["apim-request-id", "openai-processing-ms", "request-id", "retry-after-ms", "server", "x-litellm-model-id",
                "x-ratelimit-remaining-tokens", "x-request-id"], kept.Keys);
        Assert.Equal(200, kept["server"].Length);
        Assert.Equal("""{"a":"b \"c\" ü"}""", ReplyHeaders.Write(new Dictionary<string, string> { ["a"] = "b \"c\" ü" }));
        Assert.Null(ReplyHeaders.Write(ReplyHeaders.Keep([])));
    }
}
