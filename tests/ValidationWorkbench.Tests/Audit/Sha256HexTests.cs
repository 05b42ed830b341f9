using Xunit;

namespace ValidationWorkbench.Tests.Audit;

/// <summary>The one form of hashes.</summary>
public sealed class Sha256HexTests
{
    // FIPS 180-4 examples: the empty message and "abc".
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void Hashes_are_the_published_ones(string text, string hash)
    {
        Assert.Equal(hash, Sha256Hex.Of(text));
        Assert.Equal(hash, Sha256Hex.Of(System.Text.Encoding.UTF8.GetBytes(text)));
        Assert.True(Sha256Hex.IsWellFormed(hash));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8555")]
    [InlineData("E3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("٣3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85\n")]
    public void Anything_but_64_lower_case_hex_digits_is_none(string? text) => Assert.False(Sha256Hex.IsWellFormed(text!));
}
