using ValidationWorkbench.Models;
using Xunit;

namespace ValidationWorkbench.Tests.Models;

public sealed class TokenEstimateTests
{
    /// <summary>True numbers of tokens counted with o200k_base (gpt-tokenizer 3).</summary>
    [Theory]
    [InlineData("The laboratory information management system manages samples, test requests and results. Accounts lock after five failed attempts.",
        20)]
    [InlineData("public static int Sum(int[] values) { var total = 0; foreach (var value in values) { total += value; } return total; }", 32)]
    [InlineData("实验室信息管理系统管理样品、检验任务和结果。用户管理在五次登录失败后锁定账户。", 27)]
    [InlineData("Лабораторная информационная система управляет образцами, заданиями и результатами.", 19)]
    public void The_true_number_lies_between_the_low_and_the_high_estimate(string text, long tokens)
    {
        var estimate = TokenEstimate.Of(text);

        Assert.InRange(tokens, estimate.Low, estimate.High);
        Assert.InRange(estimate.Typical, estimate.Low, estimate.High);
    }

    [Fact]
    public void Rulers_and_blank_lines_do_not_make_a_prompt_too_long() =>
        Assert.Equal(0, TokenEstimate.Of(new string('=', 5000) + new string('\n', 5000)).Low);
}
