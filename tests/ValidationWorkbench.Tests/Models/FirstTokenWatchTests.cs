using System.Text;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using Xunit;

namespace ValidationWorkbench.Tests.Models;

public sealed class FirstTokenWatchTests
{
    private static readonly string Sse = ": waiting\n\n" + LoopbackAnswer.Piece("m", """{"role":"assistant","content":""}""") + LoopbackAnswer.Piece("m", """{"content":"ü"}""") + "data: [DONE]\n\n";

    private const string Lines = """
        {"message":{"role":"assistant","content":""},"done":false}
        {"message":{"content":"","thinking":"Hm"},"done":false}
        {"message":{"content":"a"},"done":true}

        """;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public void The_first_piece_with_a_token_is_found_however_the_bytes_are_cut(int length)
    {
        Assert.Equal(Sse.IndexOf("\n\ndata: [DONE]", StringComparison.Ordinal) + 1, Found(Sse, length, new EndpointSettings { Stream = true }));
        Assert.Equal(
            Lines.IndexOf("\n{\"message\":{\"content\":\"a\"", StringComparison.Ordinal) + 1,
            Found(Lines, length, new EndpointSettings { Stream = true, PathStyle = PathStyle.OllamaNative, ReasoningFields = ["thinking"] }));
    }

    [Fact]
    public void A_reply_that_is_not_asked_for_as_a_stream_has_none() => Assert.Null(Found(Sse, 4096, new EndpointSettings()));

    /// <summary>Characters up to the end of the line that ended the search, rounded up to whole cuts.</summary>
    private static int? Found(string text, int length, EndpointSettings settings)
    {
        var watch = new FirstTokenWatch(settings);
        var bytes = Encoding.Latin1.GetBytes(text);
        for (var i = 0; i < bytes.Length; i += length)
        {
            var end = Math.Min(bytes.Length, i + length);
            if (watch.Add(bytes.AsSpan(i, end - i)))
            {
                // The line's end lies within this cut.
                return length == 1 ? end : Enumerable.Range(i + 1, end - i).First(at => new FirstTokenWatch(settings).Add(bytes.AsSpan(0, at)));
            }
        }

        return null;
    }
}
