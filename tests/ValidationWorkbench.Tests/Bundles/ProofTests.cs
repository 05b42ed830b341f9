using System.Security.Cryptography;
using System.Text;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Bundles;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Bundles;

/// <summary>The proof of one record, and everything that must not pass for one.</summary>
public sealed class ProofTests(GoodBundle good) : IClassFixture<GoodBundle>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Changes of the lines of a proof. Lines: word, extra, index, hashes, empty, origin, size, root, empty, signature, end.</summary>
    private static readonly Dictionary<string, Action<List<string>>> Changes = new()
    {
        ["another word"] = lines => lines[0] = "c2sp.org/tlog-proof@v2",
        ["no record"] = lines => lines.RemoveAt(1),
        ["record altered"] = lines => lines[1] = Extra(bytes => bytes[200] ^= 1, lines[1]),
        ["record cut short"] = lines => lines[1] = $"extra {Convert.ToBase64String(Convert.FromBase64String(lines[1][6..])[..^1])}",
        ["record in base64 of another form"] = lines => lines[1] += " ",
        ["no index"] = lines => lines.RemoveAt(2),
        ["index before"] = lines => lines[2] = "index 2",
        ["index after"] = lines => lines[2] = "index 4",
        ["index below zero"] = lines => lines[2] = "index -1",
        ["index with a leading zero"] = lines => lines[2] = "index 03",
        ["index beyond the tree"] = lines => lines[2] = "index 1000000",
        ["no hashes"] = lines => lines.RemoveRange(3, lines.IndexOf("") - 3),
        ["a hash too few"] = lines => lines.RemoveAt(3),
        ["a hash too many"] = lines => lines.Insert(3, lines[3]),
        ["a hash too many at the end"] = lines => lines.Insert(lines.IndexOf(""), lines[3]),
        ["hashes swapped"] = lines => (lines[3], lines[4]) = (lines[4], lines[3]),
        ["a hash altered"] = lines => lines[3] = Convert.ToBase64String(new byte[32]),
        ["a hash of 31 bytes"] = lines => lines[3] = Convert.ToBase64String(new byte[31]),
        ["a hash of 33 bytes"] = lines => lines[3] = Convert.ToBase64String(new byte[33]),
        ["a hash that is none"] = lines => lines[3] = "?",
        ["no checkpoint"] = lines => lines.RemoveRange(lines.IndexOf("") + 1, lines.Count - lines.IndexOf("") - 1),
        ["checkpoint of another log"] = lines => lines[lines.IndexOf("") + 1] = $"validation-workbench/{new string('0', 32)}",
        ["checkpoint of another size"] = lines => lines[lines.IndexOf("") + 2] = "4",
        ["checkpoint with another root"] = lines => lines[lines.IndexOf("") + 3] = Convert.ToBase64String(new byte[32]),
        ["checkpoint without a signature"] = lines => lines.RemoveAt(lines.Count - 2),
        ["checkpoint signed twice"] = lines => lines.Insert(lines.Count - 1, lines[^2]),
        ["something behind"] = lines => lines.Add("x"),
        ["empty"] = lines => lines.Clear(),
    };

    public static TheoryData<string> Names => new(Changes.Keys);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_proof_holds_in_both_checkers()
    {
        var (record, size) = RecordProof.Verify(good.Proof.Proof, good.Proof.Vkey);
        var (exitCode, output, error) = await CheckAsync(good.Proof.Proof, good.Proof.Vkey);

        Assert.Equal((4L, good.Proof.Size, AuditAction.AttemptFailed), (record.Sequence, size, record.Entry.Action));
        Assert.Equal((0, string.Empty), (exitCode, error));
        Assert.StartsWith("PASS: record 4 of log ", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_no_proof_is_refused_by_both_checkers(string change)
    {
        var lines = Encoding.UTF8.GetString(good.Proof.Proof).Split('\n').ToList();
        Changes[change](lines);
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));

        Assert.Throws<FormatException>(() => RecordProof.Verify(bytes, good.Proof.Vkey));
        var (exitCode, _, error) = await CheckAsync(bytes, good.Proof.Vkey);
        Assert.Equal(3, exitCode);
        Assert.StartsWith("FAIL: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_key_is_refused_by_both_checkers()
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string[] keys = [NoteKey.Of(good.Proof.Vkey.Split('+')[0], own).ToString(), NoteKey.Of(Checkpoint.OriginOf(Guid.Empty), own).ToString(), "key", good.Proof.Vkey[..^4]];
        foreach (var key in keys)
        {
            Assert.Throws<FormatException>(() => RecordProof.Verify(good.Proof.Proof, key));
            Assert.Equal(3, (await CheckAsync(good.Proof.Proof, key)).ExitCode);
        }
    }

    [Fact]
    public async Task A_proof_without_a_key_is_a_usage_error()
    {
        var path = folder.Write("record.tlog-proof", good.Proof.Proof);

        Assert.Equal(2, (await PythonChecker.RunAsync("--proof", path)).ExitCode);
    }

    /// <summary>Every record of trees of every small shape, and a wrong neighbour for each.</summary>
    [Fact]
    public void Every_record_of_small_trees_is_proved_at_its_place_and_at_no_other()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var origin = Checkpoint.OriginOf(Audit.Make.LogId);
        var vkey = NoteKey.Of(origin, key).ToString();
        for (var size = 1; size <= 17; size++)
        {
            var chain = Audit.Make.Chain(size);
            var hashes = chain.ConvertAll(record => record.Hash);
            var note = new Checkpoint(origin, size, Convert.ToHexStringLower(MerkleTree.Root(hashes))).Sign(key).ToBytes();
            for (var index = 0; index < size; index++)
            {
                var proof = MerkleTree.ProveInclusion(hashes, index);
                Assert.Equal(index + 1, RecordProof.Verify(RecordProof.Write(chain[index].Bytes, proof, note), vkey).Record.Sequence);
                if (size > 1)
                {
                    Assert.Throws<FormatException>(() => RecordProof.Verify(RecordProof.Write(chain[(index + 1) % size].Bytes, proof, note), vkey));
                    Assert.Throws<FormatException>(() => RecordProof.Verify(RecordProof.Write(chain[index].Bytes, proof with { Path = [.. proof.Path.SkipLast(1)] }, note), vkey));
                }
            }
        }
    }

    private Task<(int ExitCode, string Output, string Error)> CheckAsync(byte[] proof, string vkey) =>
        PythonChecker.RunAsync("--proof", folder.Write("record.tlog-proof", proof), "--vkey", vkey);

    private static string Extra(Action<byte[]> change, string line)
    {
        var bytes = Convert.FromBase64String(line[6..]);
        change(bytes);
        return $"extra {Convert.ToBase64String(bytes)}";
    }
}
