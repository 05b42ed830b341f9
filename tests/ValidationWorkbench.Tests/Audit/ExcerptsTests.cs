using Xunit;

namespace ValidationWorkbench.Tests.Audit;

/// <summary>Texts shortened for messages that are recorded.</summary>
public sealed class ExcerptsTests
{
    [Theory]
    [InlineData("", 3, "")]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("ab😀", 4, "ab😀")]
    [InlineData("ab😀c", 4, "ab😀")]
    [InlineData("ab😀c", 3, "ab")]
    [InlineData("😀", 1, "")]
    public void A_surrogate_pair_is_never_torn_apart(string text, int length, string cut) => Assert.Equal(cut, Excerpts.Cut(text, length));
}
