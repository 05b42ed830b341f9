using System.Text;
using ValidationWorkbench.Packaging;
using ValidationWorkbench.Scoring;
using Xunit;

namespace ValidationWorkbench.Tests.Packaging;

public sealed class TrialsCsvTests
{
    [Fact]
    public void Every_finished_trial_is_one_line_under_its_header()
    {
        var file = TrialsCsv.Write(SampleFacts.Of("as expected"));
        var lines = Encoding.UTF8.GetString(file.Bytes).Split('\n');

        Assert.Equal("trials.csv", file.Name);
        Assert.Equal(
            [
                "caseId,role,model,repeat,verdict,decision,reason,confidence,underCategorized,quotesGiven,quotesFound,coverage,structure,mustHave,inventedIds,"
                    + "attempts,servedModel,systemFingerprint,finishReason,startedAt,latencyMicros,promptTokens,completionTokens,requestSha256,replySha256",
                $"C-1,baseline,old,1,right,category 4,as expected,0.5,false,0,0,,,,0,1,m,,stop,1970-01-01T00:00:01.000001Z,2500,11,7,{Sha256Hex.Of("q")},{Sha256Hex.Of("a")}",
                $"C-1,candidate,new (simulated),1,right,category 4,as expected,0.5,false,0,0,,,,0,1,m,,stop,1970-01-01T00:00:01.000001Z,2500,11,7,{Sha256Hex.Of("q")},{Sha256Hex.Of("a")}",
                string.Empty,
            ],
            lines);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=cmd|' /C calc'!A0,x", "\"'=cmd|' /C calc'!A0,x\"")]
    [InlineData("+A1", "'+A1")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("-3\n", "\"'-3\n\"")]
    [InlineData("--3", "'--3")]
    [InlineData("-", "'-")]
    [InlineData("-٣", "'-٣")]
    [InlineData("-3", "-3")]
    [InlineData("+1", "+1")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("-.5e-3", "-.5e-3")]
    [InlineData("+95.5%", "+95.5%")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("a=b", "a=b")]
    [InlineData("größer – 5 µm", "größer – 5 µm")]
    public void A_text_of_a_model_is_quoted_and_never_taken_for_a_formula(string reason, string cell) => Assert.Contains(
        $",wrong,category 4,{cell},0.5,", Encoding.UTF8.GetString(TrialsCsv.Write(SampleFacts.Of(reason, ScoreVerdict.Wrong)).Bytes), StringComparison.Ordinal);

    [Fact]
    public void A_trial_without_an_answer_is_an_error_with_its_fault() => Assert.Contains(
        "C-1,candidate,new (simulated),1,error,,\"Unavailable: HTTP 503: \"\"busy\"\"\",,,,,,,,,1,", Encoding.UTF8.GetString(TrialsCsv.Write(SampleFacts.Of("", null, "Unavailable: HTTP 503: \"busy\"")).Bytes), StringComparison.Ordinal);
}
