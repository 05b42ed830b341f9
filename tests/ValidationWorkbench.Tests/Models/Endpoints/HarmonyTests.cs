using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using Xunit;

namespace ValidationWorkbench.Tests.Models.Endpoints;

/// <summary>Channels that a server should have parsed.</summary>
public sealed class HarmonyTests
{
    [Theory]
    [InlineData("<|channel|>analysis<|message|>think<|end|><|start|>assistant<|channel|>final<|message|>{\"a\":1}<|return|>", "{\"a\":1}")]
    [InlineData("<|channel|>analysis<|message|>think<|end|><|start|>assistant<|channel|>final<|message|>{\"a\":1}", "{\"a\":1}")]
    [InlineData("<|channel|>final json<|message|>{\"a\":1}", "{\"a\":1}")]
    [InlineData("<|channel|>final <|constrain|>json<|message|>{\"a\":1}<|end|>", "{\"a\":1}")]
    [InlineData("<|channel|>final<|message|>{\"a\":0}<|end|><|start|>assistant<|channel|>final<|message|>{\"a\":1}<|return|>", "{\"a\":1}")]
    [InlineData("<channel|>analysis<message|>x<end|>{\"a\":1}", "{\"a\":1}")]
    [InlineData("<|channel|>analysis<|message|>think<|end|>{\"a\":1}", "{\"a\":1}")]
    [InlineData("analysisWe need to answer.assistantfinal{\"a\":1}", "{\"a\":1}")]
    [InlineData("<think>hm</think>\n{\"a\":1}", "{\"a\":1}")]
    public void The_final_channel_is_what_is_scored(string content, string answer)
    {
        var reply = Extract(content);
        Assert.Equal((true, answer, content), (reply.Leaked, reply.Answer, reply.Text));
    }

    [Theory]
    [InlineData("<|channel|>analysis<|message|>cut while thinking")]
    [InlineData("<|channel|>analysis<|message|>think<|end|>")]
    [InlineData("<think>cut while thinking")]
    public void Without_a_final_channel_there_is_no_answer(string content)
    {
        var reply = Extract(content);
        Assert.Equal((true, null, string.Empty), (reply.Leaked, reply.Extracted, reply.Answer));
    }

    [Theory]
    [InlineData("{\"a\":\"<|channel|>final<|message|>x\"}")]
    [InlineData("analysis of the system: category 4")]
    [InlineData("analysisof something without the second word")]
    [InlineData("Is <think> a tag?")]
    [InlineData("")]
    public void An_ordinary_answer_is_left_alone(string content)
    {
        var reply = Extract(content);
        Assert.Equal((false, content), (reply.Leaked, reply.Answer));
    }

    private static ModelReply Extract(string content) => Harmony.Extract(new ModelReply { Text = content });
}
