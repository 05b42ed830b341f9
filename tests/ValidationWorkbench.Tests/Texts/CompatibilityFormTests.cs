using System.Text;
using ValidationWorkbench.Statistics;
using ValidationWorkbench.Texts;
using Xunit;

namespace ValidationWorkbench.Tests.Texts;

/// <summary>Unicode normalisation form NFKC; expected values from the rules of Unicode Standard Annex 15 and from Python's unicodedata.</summary>
public sealed class CompatibilityFormTests
{
    // Characters that decompose, compose, reorder or do none of it.
    private static readonly int[] Telling =
    [
        'a', 'e', 'o', ' ', '1', 0xE9, 0xFB01, 0xFF21, 0xB2, 0xBD, 0x300, 0x301, 0x308, 0x323, 0x327, 0x345, 0x958, 0x9C7, 0x9BE, 0xDD9, 0xDCF, 0xDCA,
        0x1100, 0x1161, 0x11A8, 0xAC00, 0xAC01, 0x1E9B, 0x1FEE, 0x2126, 0x212B, 0x3099, 0x304B, 0xF900, 0xFDFA, 0x1D400, 0x1D15E, 0x110A5, 0x110BA, 0x2F800,
    ];

    [Theory]
    [InlineData("\ufb01le o\ufb03ce \ufb06op", "file office stop")]
    [InlineData("\uff21\uff42\uff11\uff05\u3000\uff1e", "Ab1% >")]
    [InlineData("m\u00b2 x\u2079 H\u2082O \u2122", "m2 x9 H2O TM")]
    [InlineData("\u00bd \u2026 25\u2103", "1\u20442 ... 25\u00b0C")]
    [InlineData("a\u00a0b\u202fc", "a b c")]
    [InlineData("\u00b5g \u2126 \u212a", "\u03bcg \u03a9 K")]
    [InlineData("\U0001d400\U0001d7d9", "A1")]
    [InlineData("\u2167 \u33a1 \u3300", "VIII m2 \u30a2\u30d1\u30fc\u30c8")]
    public void Characters_that_only_look_different_become_plain(string text, string expected) => Assert.Equal(expected, CompatibilityForm.Of(text));

    [Theory]
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("A\u030a \u212b", "\u00c5 \u00c5")]
    [InlineData("s\u0323\u0307", "\u1e69")]
    [InlineData("\u1e9b\u0323", "\u1e69")]
    [InlineData("u\u0308\u0301", "\u01d8")]
    [InlineData("=\u0338", "\u2260")]
    [InlineData("\u304b\u3099", "\u304c")]
    public void Marks_are_composed_with_what_carries_them(string text, string expected) => Assert.Equal(expected, CompatibilityForm.Of(text));

    [Theory]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("s\u0307\u0323", "\u1e69")]
    [InlineData("a\u0328\u0301\u0316", "\u0105\u0316\u0301")]
    [InlineData("q\u0301\u0300", "q\u0301\u0300")]
    public void Marks_stand_in_canonical_order_and_keep_their_order_within_a_class(string text, string expected) => Assert.Equal(expected, CompatibilityForm.Of(text));

    [Theory]
    [InlineData("a\u0327\u0300\u0301", "\u00e0\u0327\u0301")]
    [InlineData("e\u0334\u0301", "\u00e9\u0334")]
    [InlineData("e\u0300\u0301", "\u00e8\u0301")]
    [InlineData("a\u0313\u0301", "a\u0313\u0301")]
    [InlineData("eb\u0301", "eb\u0301")]
    [InlineData("\u0301e", "\u0301e")]
    public void A_mark_does_not_reach_over_one_of_its_class_or_over_a_letter(string text, string expected) => Assert.Equal(expected, CompatibilityForm.Of(text));

    [Theory]
    [InlineData("\u0958", "\u0915\u093c")]
    [InlineData("\u0344", "\u0308\u0301")]
    [InlineData("\U0001d15e", "\U0001d157\U0001d165")]
    [InlineData("\uf900 \U0002f800", "\u8c48 \u4e3d")]
    public void Excluded_compositions_stay_apart(string text, string expected) => Assert.Equal(expected, CompatibilityForm.Of(text));

    [Theory]
    [InlineData("\u1100\u1161", "\uac00")]
    [InlineData("\u1112\u1161\u11ab", "\ud55c")]
    [InlineData("\uac00\u11a8", "\uac01")]
    [InlineData("\uac01\u11a8", "\uac01\u11a8")]
    [InlineData("\u1112\u1175\u11c2\ud7a3", "\ud7a3\ud7a3")]
    [InlineData("\u1100\u11a8", "\u1100\u11a8")]
    [InlineData("\u3131\u314f", "\uac00")]
    public void Hangul_syllables_are_composed_by_rule(string text, string expected) => Assert.Equal(expected, CompatibilityForm.Of(text));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced()
    {
        Assert.Equal("a\ufffdb\u00e9", CompatibilityForm.Of("a\ud800be\u0301"));
        Assert.Equal("\ufffd\ufffd", CompatibilityForm.Of("\udc00\ud800"));
    }

    [Fact]
    public void Plain_text_is_the_same_text()
    {
        var plain = new string([.. Enumerable.Range(0, 128).Select(code => (char)code)]);
        Assert.Same(plain, CompatibilityForm.Of(plain));
    }

    [Fact]
    public void A_normalised_text_stays_as_it_is_and_so_does_any_way_of_spelling_it()
    {
        var random = new SplitMix64(15);
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 1 + random.NextIndex(8)).Select(_ => new Rune(Telling[random.NextIndex(Telling.Length)])));
            var normalised = CompatibilityForm.Of(text);
            Assert.Equal(normalised, CompatibilityForm.Of(normalised));

            // Normalising character by character first decomposes and composes the parts in another order.
            Assert.Equal(normalised, CompatibilityForm.Of(string.Concat(text.EnumerateRunes().Select(rune => CompatibilityForm.Of(rune.ToString())))));
        }
    }

    [Fact]
    public void Every_character_has_the_form_that_Python_gives_it()
    {
        // sum((ord(x) + (c << 21)) * i * 0x9E3779B97F4A7C15 for i, x in enumerate(unicodedata.normalize("NFKC", chr(c)), 1)) modulo 2^64 over all characters c.
        var sum = 0UL;
        for (var code = 0; code <= 0x10FFFF; code++)
        {
            if (Rune.IsValid(code))
            {
                var place = 1UL;
                foreach (var rune in CompatibilityForm.Of(new Rune(code).ToString()).EnumerateRunes())
                {
                    sum = unchecked(sum + (((ulong)rune.Value + ((ulong)code << 21)) * place++ * 0x9E3779B97F4A7C15));
                }
            }
        }

        Assert.Equal(1944054045900369803UL, sum);
    }
}
