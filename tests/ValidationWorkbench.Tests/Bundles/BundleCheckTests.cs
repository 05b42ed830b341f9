using System.Security.Cryptography;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Bundles;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Bundles;

/// <summary>Two checkers that do not know each other, one in C# and one in Python, on one good bundle and on every kind of damage.</summary>
public sealed class BundleCheckTests(GoodBundle good) : IClassFixture<GoodBundle>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Damages => new(BundleDamage.All.Keys);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_bundle_holds()
    {
        var report = BundleVerifier.Verify(good.Folder, good.Export.Vkey);

        Assert.Empty(report.Faults);
        Assert.Equal((6, 5, 1, 20, true), (report.Planned, report.Answered, report.Unanswered, report.Documents, report.IsKeyGiven));
        Assert.Equal((good.Export.Size, good.Export.Root, Path.GetFileName(good.Folder)), (report.Size, report.Root, report.RunId));
    }

    [Fact]
    public async Task The_bundle_holds_in_Python()
    {
        var (exitCode, output, error) = await PythonChecker.RunAsync(good.Folder, "--vkey", good.Export.Vkey);

        Assert.Equal((0, string.Empty), (exitCode, error));
        Assert.StartsWith($"PASS: run {Path.GetFileName(good.Folder)} in log ", output, StringComparison.Ordinal);
        Assert.EndsWith("trials planned, answered, without answer: (6, 5, 1)", output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_from_outside_a_bundle_only_agrees_with_itself()
    {
        Assert.False(BundleVerifier.Verify(good.Folder, null).IsKeyGiven);
        var (exitCode, output, _) = await PythonChecker.RunAsync(good.Folder);
        Assert.Equal(0, exitCode);
        Assert.StartsWith("INTERNALLY CONSISTENT ONLY: run ", output, StringComparison.Ordinal);
        Assert.EndsWith($"; its own key: {good.Export.Vkey}", output.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("PASS", output, StringComparison.Ordinal);

        var forged = Forge("everything rebuilt with another key");

        Assert.True(BundleVerifier.Verify(forged, null).Holds);
        Assert.Equal(0, (await PythonChecker.RunAsync(forged)).ExitCode);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Every_damage_is_found(string damage)
    {
        var damaged = Forge(damage);

        var report = BundleVerifier.Verify(damaged, good.Export.Vkey);
        var (exitCode, output, error) = await PythonChecker.RunAsync(damaged, "--vkey", good.Export.Vkey);

        Assert.False(report.Holds);
        Assert.All(report.Faults, fault => Assert.False(string.IsNullOrWhiteSpace(fault)));
        Assert.True(exitCode == 3, $"exit code {exitCode}\n{output}\n{error}");
        Assert.StartsWith("FAIL: ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("evidence altered", "not the bytes that the manifest names")]
    [InlineData("evidence taken out, manifest in step", "not what the records name")]
    [InlineData("document put in, manifest in step", "not what the records name")]
    [InlineData("file of no kind, manifest in step", "does not belong into a bundle")]
    [InlineData("leaf hash altered", "hashes.bin: not the leaf hashes")]
    [InlineData("last record cut short", "ends early")]
    [InlineData("another key beside an old signature", "signatures of")]
    [InlineData("everything rebuilt with another key", "vkey.txt: not the key")]
    [InlineData("start left out", "run-started is missing before it")]
    [InlineData("assessment left out", "the assessment that these documents are of is missing")]
    [InlineData("issue of documents left out", "not what the records name")]
    [InlineData("signed: second assessment without the first", "(run-assessed): an assessment before this one is missing")]
    [InlineData("signed: documents of an assessment that is not there", "the assessment that these documents are of is missing")]
    [InlineData("signed: start that stands twice", "or stands twice")]
    [InlineData("signed: attempt left out", "before this one is missing")]
    [InlineData("signed: link to another record", "previous hash")]
    [InlineData("signed: time that runs backwards", "time runs backwards")]
    [InlineData("signed: record of another log", "not the leaf of its sequence")]
    [InlineData("signed: record of another run", "neither of this run nor of the log's setup")]
    [InlineData("signed: trial that never finished", "6, 4, 1, 1")]
    [InlineData("signed: trial that finished twice", "was finished before")]
    [InlineData("signed: trial beyond the repeats", "is no trial of this run")]
    [InlineData("signed: answer without reply", "request or reply is missing")]
    [InlineData("signed: false count", "6, 1, 0, 6")]
    [InlineData("signed: other configuration told", "the configuration is not the one")]
    [InlineData("signed: other configuration later", "configuration that the run began with")]
    [InlineData("signed: assessment under another head", "(run-assessed): the head named is not that of these records")]
    [InlineData("signed: assessment under another root", "(run-assessed): the head named is not that of these records")]
    [InlineData("signed: text with NUL", "NUL")]
    public async Task The_message_names_what_is_wrong(string damage, string expected)
    {
        var damaged = Forge(damage);

        Assert.Contains(BundleVerifier.Verify(damaged, good.Export.Vkey).Faults, fault => fault.Contains(expected, StringComparison.Ordinal));
        Assert.Contains(expected, (await PythonChecker.RunAsync(damaged, "--vkey", good.Export.Vkey)).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the key before", true)]
    [InlineData("the new key", false)]
    [InlineData("nobody", false)]
    public async Task A_new_key_counts_only_with_the_signature_of_the_key_before(string signer, bool holds)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var copy = good.CopyTo(folder.PathOf("bundle"));
        var next = NoteKey.Of(good.Export.Vkey.Split('+')[0], own);
        var signed = KeySuccession.Sign(next, signer == "the key before" ? good.StolenKey : own).Signature;
        var after = signer == "nobody" ? CanonicalJson.WriteText(new { vkey = next.ToString() }) : CanonicalJson.WriteText(new { vkey = next.ToString(), signature = signed });
        var forge = new BundleForge(copy);
        forge.Write("vkey.txt", $"{next}\n");
        forge.Rebuild(own, records =>
        {
            records.Insert(1, records[0] with { Entry = records[0].Entry with { Action = AuditAction.KeyRotated, After = after } });
        });

        var (exitCode, _, error) = await PythonChecker.RunAsync(copy);

        Assert.Equal((holds, holds ? 0 : 3), (BundleVerifier.Verify(copy, null).Holds, exitCode));
        Assert.Contains(holds ? string.Empty : "record 2 (key-rotated): ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_none_is_a_usage_error_or_a_failure()
    {
        Assert.Throws<InputException>(() => BundleVerifier.Verify(folder.PathOf("nothing"), null));
        Assert.Equal(3, (await PythonChecker.RunAsync(folder.PathOf("nothing"))).ExitCode);
        Assert.Equal(2, (await PythonChecker.RunAsync()).ExitCode);
    }

    [Fact]
    public void The_checker_for_third_parties_stays_short() => Assert.InRange(File.ReadAllLines(PythonChecker.Path).Length, 1, 150);

    [Fact]
    public void The_checker_for_third_parties_needs_nothing_but_Python()
    {
        var imports = File.ReadLines(PythonChecker.Path).Where(line => line.StartsWith("import ", StringComparison.Ordinal) || line.StartsWith("from ", StringComparison.Ordinal));

        Assert.Equal(["import argparse, base64, hashlib, json, pathlib, re, struct, sys"], imports);
    }

    private string Forge(string damage)
    {
        var copy = good.CopyTo(folder.PathOf("bundle"));
        BundleDamage.All[damage](new BundleForge(copy), good.StolenKey);
        return copy;
    }
}
