using System.Text;
using ValidationWorkbench.Scoring;
using Xunit;

namespace ValidationWorkbench.Tests.Scoring;

/// <summary>Replies that hold no categorization answer; nothing is repaired, and every one has its defined fault.</summary>
public sealed class MalformedAnswerTests
{
    private static readonly Dictionary<string, (string Text, string Fault)> Replies = new()
    {
        ["empty"] = ("", "empty reply: the message has no content"),
        ["white space"] = (" \r\n\t\u00a0\u3000", "empty reply: the message has no content"),
        ["truncated"] = (Make.Answer()[..40], "not JSON: line 1, byte 41"),
        ["truncated within an escape"] = ("{\"category\":4,\"rationale\":\"\\u00", "not JSON: line 1, byte 32"),
        ["fence"] = ($"```json\n{Make.Answer()}\n```", "not JSON: line 1, byte 1"),
        ["fence after the answer"] = ($"{Make.Answer()}\n```", "not JSON: line 2, byte 1"),
        ["prose before"] = ($"Here it is: {Make.Answer()}", "not JSON: line 1, byte 1"),
        ["prose after"] = ($"{{}} Done.", "not JSON: line 1, byte 4"),
        ["reasoning tags"] = ($"<think>4?</think>{Make.Answer()}", "not JSON: line 1, byte 1"),
        ["two values"] = ("{}{}", "not JSON: line 1, byte 3"),
        ["two lines of values"] = ("{}\n{}", "not JSON: line 2, byte 1"),
        ["byte order mark"] = ($"\ufeff{Make.Answer()}", "not JSON: line 1, byte 1"),
        ["comment"] = ("{/* why */}", "not JSON: line 1, byte 2"),
        ["line comment"] = ("{} // why", "not JSON: line 1, byte 4"),
        ["trailing comma"] = ("{\"category\":4,}", "not JSON: line 1, byte 15"),
        ["trailing comma in array"] = (Make.Answer(evidence: "[\"a\",]"), "not JSON: line 1, byte 86"),
        ["single quotes"] = ("{'category':4}", "not JSON: line 1, byte 2"),
        ["NaN"] = (Make.Answer(confidence: "NaN"), "not JSON: line 1, byte 44"),
        ["Infinity"] = (Make.Answer(confidence: "Infinity"), "not JSON: line 1, byte 44"),
        ["True"] = (Make.Answer("True"), "not JSON: line 1, byte 13"),
        ["plus sign"] = (Make.Answer("+4"), "not JSON: line 1, byte 13"),
        ["leading zero"] = (Make.Answer("04"), "not JSON: line 1, byte 14"),
        ["no digit before the point"] = (Make.Answer(confidence: ".9"), "not JSON: line 1, byte 44"),
        ["bare fraction"] = (Make.Answer("4/5"), "not JSON: line 1, byte 14"),
        ["roman numeral"] = (Make.Answer("IV"), "not JSON: line 1, byte 13"),
        ["digit of another alphabet"] = (Make.Answer("٤"), "not JSON: line 1, byte 13"),
        ["full-width digit"] = (Make.Answer("４"), "not JSON: line 1, byte 13"),
        ["raw line break in a text"] = (Make.Answer(rationale: "\"a\nb\""), "not JSON: line 1, byte 62"),
        ["key twice"] = (Make.Answer(evidence: "[],\"category\":5"), "not JSON: the key \"category\" stands there twice"),
        ["nested key twice"] = ("{\"a\":[{\"b\":1,\"b\":1}]}", "not JSON: the key \"b\" stands there twice"),
        ["nested 1,000 deep"] = ($"{new string('[', 1000)}{new string(']', 1000)}", "not JSON: line 1, byte 65"),

        ["null"] = ("null", "wrong structure: reply is null, not an object"),
        ["number"] = ("4", "wrong structure: reply is the number 4, not an object"),
        ["text"] = ("\"4\"", "wrong structure: reply is the text \"4\", not an object"),
        ["array around the answer"] = ($"[{Make.Answer()}]", "wrong structure: reply is an array, not an object"),
        ["answer nested in another object"] = ($$"""{"answer":{{Make.Answer()}}}""", "wrong structure: reply lacks \"category\""),
        ["missing member"] = (Make.Answer().Replace("\"evidence\":[]", "\"proof\":[]", StringComparison.Ordinal), "wrong structure: reply lacks \"evidence\""),
        ["member in another letter case"] = (Make.Answer().Replace("category", "Category", StringComparison.Ordinal), "wrong structure: reply lacks \"category\""),
        ["unknown member"] = (Make.Answer(evidence: "[],\"note\":1"), "wrong structure: reply has the unknown member \"note\""),
        ["unknown member with a long name"] =
            (Make.Answer(evidence: $"[],\"{new string('n', 41)}\":1"), $"wrong structure: reply has the unknown member \"{new string('n', 40)}…\""),
        ["category as text"] = (Make.Answer("\"4\""), "wrong structure: reply.category is the text \"4\", not an integer"),
        ["category as roman numeral"] = (Make.Answer("\"IV\""), "wrong structure: reply.category is the text \"IV\", not an integer"),
        ["category as two"] = (Make.Answer("\"4/5\""), "wrong structure: reply.category is the text \"4/5\", not an integer"),
        ["category 4.0"] = (Make.Answer("4.0"), "wrong structure: reply.category is the number 4.0, not an integer"),
        ["category 4.5"] = (Make.Answer("4.5"), "wrong structure: reply.category is the number 4.5, not an integer"),
        ["category 4e0"] = (Make.Answer("4e0"), "wrong structure: reply.category is the number 4e0, not an integer"),
        ["category beyond 32 bits"] = (Make.Answer("4294967300"), "wrong structure: reply.category is the number 4294967300, not an integer"),
        ["category of 50 digits"] = (Make.Answer(new string('4', 50)), $"wrong structure: reply.category is the number {new string('4', 40)}…, not an integer"),
        ["category true"] = (Make.Answer("true"), "wrong structure: reply.category is true, not an integer"),
        ["category as array"] = (Make.Answer("[4]"), "wrong structure: reply.category is an array, not an integer"),
        ["category as object"] = (Make.Answer("{\"value\":4}"), "wrong structure: reply.category is an object, not an integer"),
        ["confidence 1.5"] = (Make.Answer(confidence: "1.5"), "wrong structure: reply.confidence is the number 1.5, not a number in [0,1]"),
        ["confidence in per cent"] = (Make.Answer(confidence: "95"), "wrong structure: reply.confidence is the number 95, not a number in [0,1]"),
        ["confidence below zero"] = (Make.Answer(confidence: "-0.1"), "wrong structure: reply.confidence is the number -0.1, not a number in [0,1]"),
        ["confidence beyond doubles"] = (Make.Answer(confidence: "1e400"), "wrong structure: reply.confidence is the number 1e400, not a number in [0,1]"),
        ["confidence as word"] = (Make.Answer(confidence: "\"high\""), "wrong structure: reply.confidence is the text \"high\", not a number in [0,1]"),
        ["confidence null"] = (Make.Answer(confidence: "null"), "wrong structure: reply.confidence is null, not a number in [0,1]"),
        ["rationale null"] = (Make.Answer(rationale: "null"), "wrong structure: reply.rationale is null, not a string"),
        ["rationale as array"] = (Make.Answer(rationale: "[\"because\"]"), "wrong structure: reply.rationale is an array, not a string"),
        ["evidence as text"] = (Make.Answer(evidence: "\"quote\""), "wrong structure: reply.evidence is the text \"quote\", not an array"),
        ["evidence null"] = (Make.Answer(evidence: "null"), "wrong structure: reply.evidence is null, not an array"),
        ["evidence of numbers"] = (Make.Answer(evidence: "[\"a\",7]"), "wrong structure: reply.evidence[1] is the number 7, not a string"),
        ["components as object"] = (Make.Answer(components: "{}"), "wrong structure: reply.components is an object, not an array"),
        ["component as text"] = (Make.Answer(components: "[\"HPLC\"]"), "wrong structure: reply.components[0] is the text \"HPLC\", not an object"),
        ["component without category"] = (Make.Answer(components: "[{\"name\":\"a\"}]"), "wrong structure: reply.components[0] lacks \"category\""),
        ["component with null category"] =
            (Make.Answer(components: "[{\"name\":\"a\",\"category\":null}]"), "wrong structure: reply.components[0].category is null, not an integer"),
        ["component with more"] =
            (Make.Answer(components: "[{\"name\":\"a\",\"category\":3},{\"name\":\"b\",\"category\":3,\"why\":1}]"), "wrong structure: reply.components[1] has the unknown member \"why\""),
    };

    public static TheoryData<string> Names => [.. Replies.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_malformed_reply_has_its_fault_and_no_answer(string name)
    {
        var (answer, fault) = CategorizationAnswer.Read(Make.Reply(Replies[name].Text));
        Assert.Null(answer);
        Assert.Equal(Replies[name].Fault, fault!.ToString());
    }

    [Theory]
    [InlineData("""{"category":4,"category":4}""")]
    [InlineData("""{"category":4,"c\u0061tegory":5}""")]
    [InlineData("""{"category":5,"components":[{"name":"a","category":3,"category":5}]}""")]
    public void Of_two_equal_keys_neither_is_taken(string text)
    {
        var (answer, fault) = CategorizationAnswer.Read(Make.Reply(text));
        Assert.Null(answer);
        Assert.Equal(ReplyFaultKind.NotJson, fault!.Kind);
    }

    [Theory]
    [InlineData("""\ud800""")]
    [InlineData("""\udc00x""")]
    [InlineData("""\ud800\ud800""")]
    public void Half_a_surrogate_pair_is_a_wrong_structure_wherever_it_stands(string half)
    {
        string[] texts =
        [
            Make.Answer(rationale: $"\"{half}\""), Make.Answer(evidence: $"[\"{half}\"]"), Make.Answer($"\"{half}\""), Make.Answer(confidence: $"\"{half}\""),
            Make.Answer(components: $"[{{\"name\":\"{half}\",\"category\":3}}]"),
        ];
        Assert.All(texts, text => Assert.Equal(ReplyFaultKind.WrongStructure, CategorizationAnswer.Read(Make.Reply(text)).Fault!.Kind));
        Assert.Equal(ReplyFaultKind.WrongStructure, OqSuite.Read(Make.Reply($$"""{"tests":["{{half}}"],"confidence":1}""")).Fault!.Kind);
    }

    [Fact]
    public void A_text_in_a_fault_is_not_cut_within_a_character() => Assert.Equal(
        $"wrong structure: reply.confidence is the text \"{new string('x', 39)}…\", not a number in [0,1]",
        CategorizationAnswer.Read(Make.Reply(Make.Answer(confidence: $"\"{new string('x', 39)}😀\""))).Fault!.ToString());

    [Fact]
    public void Ten_megabytes_of_prose_are_refused_in_one_short_line()
    {
        var (_, fault) = CategorizationAnswer.Read(Make.Reply(new string('x', 10_000_000)));
        Assert.Equal("not JSON: line 1, byte 1", fault!.ToString());
    }

    [Fact]
    public void Ten_megabytes_in_a_wrong_place_are_not_repeated_in_the_fault()
    {
        var (_, fault) = CategorizationAnswer.Read(Make.Reply(Make.Answer(confidence: $"\"{new string('x', 10_000_000)}\"")));
        Assert.Equal($"wrong structure: reply.confidence is the text \"{new string('x', 40)}…\", not a number in [0,1]", fault!.ToString());
    }

    [Fact]
    public void A_rationale_of_ten_megabytes_is_an_answer()
    {
        var (answer, _) = CategorizationAnswer.Read(Make.Reply(Make.Answer(rationale: $"\"{new string('x', 10_000_000)}\"")));
        Assert.Equal(10_000_000, answer!.Rationale.Length);
    }

    [Fact]
    public void Every_prefix_of_an_answer_is_a_fault_and_none_is_thrown_at_the_caller()
    {
        var text = Make.Answer(components: $"[{Make.Component("Stück ≥ 1", 3)}]", evidence: "[\"a\\n\",\"b\"]");
        Assert.All(Enumerable.Range(0, text.Length), length => Assert.NotNull(CategorizationAnswer.Read(Make.Reply(text[..length])).Fault));
    }

    [Fact]
    public void Positions_count_bytes_of_utf8_and_lines_from_one()
    {
        var before = "{\n\"ä\": ";
        var (_, fault) = CategorizationAnswer.Read(Make.Reply($"{before}x"));
        var column = Encoding.UTF8.GetByteCount(before.Split('\n')[1]) + 1;
        Assert.Equal($"not JSON: line 2, byte {column}", fault!.ToString());
    }
}
