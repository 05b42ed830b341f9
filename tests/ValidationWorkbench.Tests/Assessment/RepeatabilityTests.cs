using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using Xunit;

namespace ValidationWorkbench.Tests.Assessment;

/// <summary>Whether the repeats of a case agree.</summary>
public sealed class RepeatabilityTests
{
    [Theory]
    [InlineData("RRR", true)]
    [InlineData("WWW", true)]
    [InlineData("UUU", true)]
    [InlineData("R", true)]
    [InlineData("RRW", false)]
    [InlineData("RUR", false)]
    [InlineData("XXX", false)]
    [InlineData("RRX", false)]
    [InlineData("RR-", false)]
    [InlineData("-RR", false)]
    [InlineData("---", false)]
    [InlineData("", false)]
    public void Repeats_agree_where_all_are_readable_and_decide_the_same(string letters, bool same) =>
        Assert.Equal(same, Repeatability.IsSame(Make.Run([(CaseTask.Categorization, Make.Case(1), letters, letters)]).Of("C-1", ModelRole.Candidate)));
}
