using ValidationWorkbench.Models;
using ValidationWorkbench.Scoring;
using Xunit;

namespace ValidationWorkbench.Tests.Scoring;

/// <summary>Categorization answers that can be read, and replies that are none for what the endpoint says of them.</summary>
public sealed class CategorizationAnswerTests
{
    [Fact]
    public void A_full_answer_is_read_member_by_member()
    {
        var answer = Read(Make.Answer("5", $"[{Make.Component("Core", 3)},{Make.Component("Macro", 5)}]", "0.75", "\"custom\"", "[\"q 1\",\"q 2\"]"));
        Assert.Equal(5, answer.Category);
        Assert.Equal([new AnsweredComponent("Core", 3), new AnsweredComponent("Macro", 5)], answer.Components);
        Assert.Equal(0.75, answer.Confidence);
        Assert.Equal("custom", answer.Rationale);
        Assert.Equal(["q 1", "q 2"], answer.Evidence);
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("2", 2)]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("-1", -1)]
    [InlineData("2147483647", int.MaxValue)]
    public void Any_whole_number_is_read_as_it_was_answered(string category, int? expected) => Assert.Equal(expected, Read(Make.Answer(category)).Category);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("1.0", 1)]
    [InlineData("-0", 0)]
    [InlineData("1e-1", 0.1)]
    public void Confidence_reaches_from_zero_to_one(string confidence, double expected) => Assert.Equal(expected, Read(Make.Answer(confidence: confidence)).Confidence);

    [Fact]
    public void Order_of_members_and_white_space_around_do_not_matter()
    {
        const string text = "\r\n {\"evidence\":[],\"rationale\":\"\",\n\"confidence\":1,\"components\":[ ],\"category\":null}\t\n";
        Assert.Null(Read(text).Category);
    }

    [Fact]
    public void Escapes_and_other_alphabets_are_read_as_they_are_meant() =>
        Assert.Equal("Größe ≥ 1 \"µm\"\n漢字 😀", Read(Make.Answer(rationale: "\"Gr\\u00f6\\u00DFe ≥ 1 \\\"µm\\\"\\n漢字 \\ud83d\\ude00\"")).Rationale);

    [Fact]
    public void A_refusal_that_the_endpoint_marks_is_no_answer_even_beside_one() => Assert.Equal(
        "refused: the endpoint marks a refusal", Fault(Make.Reply(Make.Answer()) with { Refusal = "I cannot." }));

    [Fact]
    public void An_empty_refusal_is_none() => Assert.Null(CategorizationAnswer.Read(Make.Reply(Make.Answer()) with { Refusal = " " }).Fault);

    [Fact]
    public void An_answer_that_a_filter_stopped_is_refused() =>
        Assert.Equal("refused: stopped by the endpoint's content filter", Fault(Make.Reply(Make.Answer(), "content_filter")));

    [Theory]
    [InlineData("", "nothing left for an answer: the length limit was used up before any answer; raise maxTokens")]
    [InlineData("  ", "nothing left for an answer: the length limit was used up before any answer; raise maxTokens")]
    [InlineData("{\"category\":4,", "cut off: the length limit was reached within the JSON text")]
    [InlineData("[]", "wrong structure: reply is an array, not an object")]
    public void At_the_length_limit_a_reply_is_cut_off(string text, string fault) => Assert.Equal(fault, Fault(Make.Reply(text, "length")));

    [Fact]
    public void A_whole_answer_at_the_length_limit_is_an_answer() => Assert.Null(CategorizationAnswer.Read(Make.Reply(Make.Answer(), "length")).Fault);

    [Theory]
    [InlineData(null)]
    [InlineData("tool_calls")]
    [InlineData("stop_sequence")]
    public void Other_reasons_to_stop_do_not_matter(string? finishReason) => Assert.Null(CategorizationAnswer.Read(Make.Reply(Make.Answer(), finishReason)).Fault);

    private static CategorizationAnswer Read(string text)
    {
        var (answer, fault) = CategorizationAnswer.Read(Make.Reply(text));
        Assert.Null(fault);
        return answer!;
    }

    private static string Fault(ModelReply reply)
    {
        var (answer, fault) = CategorizationAnswer.Read(reply);
        Assert.Null(answer);
        return fault!.ToString();
    }
}
