using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Tests.Audit;

namespace ValidationWorkbench.Tests.Bundles;

/// <summary>
/// Ways to damage a bundle. Nearly all of them keep the manifest right, so that it is not the manifest alone that finds them; those of the second half are signed with the
/// log's own stolen key, so that only the check they are meant for can find them.
/// </summary>
internal static class BundleDamage
{
    /// <summary>Sequences of the good bundle.</summary>
    private const int Planned = 1, Started = 2, FirstTry = 3, Trial = 4;

    public static IReadOnlyDictionary<string, Action<BundleForge, ECDsa>> All { get; } = new Dictionary<string, Action<BundleForge, ECDsa>>
    {
        ["evidence altered"] = (bundle, _) => Alter(bundle, Reply(bundle)),
        ["evidence altered, manifest in step"] = (bundle, _) => bundle.Flip(Reply(bundle), 0),
        ["evidence taken out, manifest in step"] = (bundle, _) => bundle.Delete(Reply(bundle)),
        ["evidence put in, manifest in step"] = (bundle, _) => bundle.Write($"evidence/{Sha256Hex.Of("more")}", "more"),
        ["document altered, manifest in step"] = (bundle, _) => bundle.Flip("documents/validation-report.pdf", -10),
        ["document taken out, manifest in step"] = (bundle, _) => bundle.Delete("documents/trials.csv"),
        ["document put in, manifest in step"] = (bundle, _) => bundle.Write("documents/more.pdf", "more"),
        ["file beside the manifest"] = (bundle, _) => File.WriteAllText(Path.Combine(bundle.Folder, "documents", "stray.txt"), "x"),
        ["file of no kind, manifest in step"] = (bundle, _) => bundle.Write("notes.txt", "x"),
        ["no manifest"] = (bundle, _) => File.Delete(Path.Combine(bundle.Folder, "manifest.json")),
        ["manifest of another format"] = (bundle, _) => bundle.Manifest(manifest => manifest["format"] = "validation-workbench/bundle/2"),
        ["manifest out of order"] = (bundle, _) => bundle.Manifest(manifest => manifest["files"] = new JsonArray([.. manifest["files"]!.AsArray().Reverse().Select(file => file!.DeepClone())])),
        ["manifest that names a file outside"] = (bundle, _) => bundle.Manifest(manifest => manifest["files"]![0]!["path"] = "../FORMAT.md"),
        ["manifest with a member twice"] = (bundle, _) => File.WriteAllText(Path.Combine(bundle.Folder, "manifest.json"), bundle.Text("manifest.json").Replace("\"runId\"", "\"runId\":\"R\",\"runId\"", StringComparison.Ordinal)),
        ["manifest of another run"] = (bundle, _) => bundle.Manifest(manifest => manifest["runId"] = "R-other"),
        ["format text taken out"] = (bundle, _) => File.Delete(Path.Combine(bundle.Folder, "FORMAT.md")),
        ["byte of a record"] = (bundle, _) => bundle.Flip("records.bin", 300),
        ["last record cut short"] = (bundle, _) => bundle.Write("records.bin", bundle.Read("records.bin")[..^1]),
        ["length of a record beyond the end"] = (bundle, _) => bundle.Write("records.bin", [0xFF, .. bundle.Read("records.bin")[1..]]),
        ["record left out"] = (bundle, _) => bundle.WriteRecords(Without(bundle.Records(), Trial)),
        ["first record left out"] = (bundle, _) => bundle.WriteRecords(Without(bundle.Records(), 0)),
        ["start left out"] = (bundle, _) => bundle.WriteRecords(Without(bundle.Records(), Started)),
        ["assessment left out"] = (bundle, _) => LeaveOut(bundle, AuditAction.RunAssessed),
        ["issue of documents left out"] = (bundle, _) => LeaveOut(bundle, AuditAction.DocumentsIssued),
        ["records swapped"] = (bundle, _) => bundle.WriteRecords(Swapped(bundle.Records(), Trial)),
        ["record twice"] = (bundle, _) => bundle.WriteRecords([.. bundle.Records()[..5], bundle.Records()[4], .. bundle.Records()[5..]]),
        ["no records"] = (bundle, _) => bundle.Write("records.bin", ""),
        ["leaf hash altered"] = (bundle, _) => bundle.Flip("hashes.bin", 40),
        ["leaf hash left out"] = (bundle, _) => bundle.Write("hashes.bin", bundle.Read("hashes.bin")[..^32]),
        ["half a leaf hash too much"] = (bundle, _) => bundle.Write("hashes.bin", [.. bundle.Read("hashes.bin"), .. new byte[16]]),
        ["size of the checkpoint"] = (bundle, _) => ChangeLine(bundle, 1, line => (int.Parse(line, System.Globalization.CultureInfo.InvariantCulture) - 1).ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ["size with a leading zero"] = (bundle, _) => ChangeLine(bundle, 1, line => $"0{line}"),
        ["root of the checkpoint"] = (bundle, _) => ChangeLine(bundle, 2, _ => Convert.ToBase64String(new byte[32])),
        ["checkpoint of another log"] = (bundle, _) => ChangeLine(bundle, 0, _ => $"validation-workbench/{new string('0', 32)}"),
        ["signature altered"] = (bundle, _) => ChangeSignature(bundle, bytes => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]),
        ["signature with a byte behind it"] = (bundle, _) => ChangeSignature(bundle, bytes => [.. bytes, 0]),
        ["signature of zeros"] = (bundle, _) => ChangeSignature(bundle, bytes => [.. bytes[..4], 0x30, 6, 2, 1, 0, 2, 1, 0]),
        ["signature with a superfluous zero"] = (bundle, _) => ChangeSignature(bundle, Pad),
        ["signature taken off"] = (bundle, _) => bundle.Write("checkpoint", string.Join('\n', bundle.Text("checkpoint").Split('\n')[..4])),
        ["signature in base64 of another form"] = (bundle, _) => bundle.Write("checkpoint", bundle.Text("checkpoint")[..^1] + " \n"),
        ["another key beside an old signature"] = (bundle, _) => ReplaceKey(bundle),
        ["key with a wrong id"] = (bundle, _) => bundle.Write("vkey.txt", bundle.Text("vkey.txt").Replace('+' + bundle.Text("vkey.txt").Split('+')[1], "+00000000", StringComparison.Ordinal)),
        ["key that is none"] = (bundle, _) => bundle.Write("vkey.txt", "key\n"),
        ["everything rebuilt with another key"] = (bundle, _) => RebuildWithOwnKey(bundle),

        ["signed: link to another record"] = (bundle, key) => SignAltered(bundle, key, Trial, record => record with { PreviousHash = new byte[32] }),
        ["signed: time that runs backwards"] = (bundle, key) => SignAltered(bundle, key, Trial, record => record with { AtMicros = 1 }),
        ["signed: sequence of another record"] = (bundle, key) => SignAltered(bundle, key, Trial, record => record with { Sequence = 3 }),
        ["signed: record of another log"] = (bundle, key) => SignAltered(bundle, key, Trial, record => record with { LogId = Guid.Empty }),
        ["signed: record of another run"] = (bundle, key) => SignEntry(bundle, key, Trial, entry => entry with { RunId = "R-other" }),
        ["signed: record of no run and no setup"] = (bundle, key) => SignEntry(bundle, key, Trial, entry => entry with { RunId = "" }),
        ["signed: log that began otherwise"] = (bundle, key) => SignEntry(bundle, key, 0, entry => entry with { Action = "refused" }),
        ["signed: trial that never finished"] = (bundle, key) => bundle.Rebuild(key, records => records.RemoveAt(Trial)),
        ["signed: attempt left out"] = (bundle, key) => bundle.Rebuild(key, records => records.RemoveAt(FirstTry)),
        ["signed: trial that finished twice"] = (bundle, key) => bundle.Rebuild(key, records => records.Insert(Trial + 1, records[Trial])),
        ["signed: trial beyond the repeats"] = (bundle, key) => SignEntry(bundle, key, Trial, entry => entry with { EntityId = entry.EntityId.Replace("/1", "/2", StringComparison.Ordinal) }),
        ["signed: answer without reply"] = (bundle, key) => SignEntry(bundle, key, Trial + 1, entry => entry with { Attachments = [entry.Attachments[0]] }),
        ["signed: false count"] = (bundle, key) => SignEntry(bundle, key, Started, entry => entry with { After = entry.After!.Replace("\"answered\":0", "\"answered\":1", StringComparison.Ordinal) }),
        ["signed: fewer planned"] = (bundle, key) => SignEntry(bundle, key, Planned, entry => entry with { After = entry.After!.Replace("\"planned\":6", "\"planned\":4", StringComparison.Ordinal) }),
        ["signed: other configuration told"] = (bundle, key) => SignEntry(bundle, key, Planned, entry => entry with { After = entry.After!.Replace("\"seed\":7", "\"seed\":8", StringComparison.Ordinal) }),
        ["signed: other configuration later"] = (bundle, key) => SignEntry(bundle, key, Trial, entry => entry with { ConfigurationSha256 = new string('0', 64) }),
        ["signed: run without a plan"] = (bundle, key) => bundle.Rebuild(key, records => records.RemoveAt(Planned)),
        ["signed: evidence of another length"] = (bundle, key) => SignEntry(bundle, key, Trial, entry => entry with { Attachments = [entry.Attachments[0] with { Length = 1 }, .. entry.Attachments.Skip(1)] }),
        ["signed: evidence of another length in an earlier record"] = (bundle, key) => SignEntry(bundle, key, FirstTry, entry => entry with { Attachments = [entry.Attachments[0] with { Length = 1 }, .. entry.Attachments.Skip(1)] }),
        ["signed: document named twice"] = (bundle, key) => bundle.Rebuild(key, records => records[^1] = records[^1].With(entry => entry with { Attachments = [entry.Attachments[0] with { Length = 1 }, .. entry.Attachments] })),
        ["signed: assessment under another head"] = (bundle, key) => SignAssessed(bundle, key, "headHash"),
        ["signed: assessment under another root"] = (bundle, key) => SignAssessed(bundle, key, "headRoot"),
        ["signed: assessment under a later head"] = (bundle, key) => SignAssessed(bundle, key, "headSequence"),
        ["signed: second assessment without the first"] = (bundle, key) => SignAction(bundle, key, AuditAction.RunAssessed, "\"assessment\":1", "\"assessment\":2"),
        ["signed: documents of an assessment that is not there"] = (bundle, key) => SignAction(bundle, key, AuditAction.DocumentsIssued, "\"assessment\":1", "\"assessment\":2"),
        ["signed: start that stands twice"] = (bundle, key) => bundle.Rebuild(key, records => records.Insert(Started, records[Started])),
        ["signed: state that is no JSON"] = (bundle, key) => SignEntry(bundle, key, Trial, entry => entry with { After = "{" }),
        ["signed: bytes behind a record"] = (bundle, key) => SignBytes(bundle, key, Trial, bytes => [.. bytes, 0]),
        ["signed: record of another layout"] = (bundle, key) => SignBytes(bundle, key, Trial, bytes => [.. bytes[..9], 2, .. bytes[10..]]),
        ["signed: text that is not UTF-8"] = (bundle, key) => SignText(bundle, key, 0xFF),
        ["signed: text with NUL"] = (bundle, key) => SignText(bundle, key, 0),
    };

    /// <summary>Path of the reply to an answered trial.</summary>
    private static string Reply(BundleForge bundle) =>
        $"evidence/{AuditRecordReader.Read(bundle.Records()[Trial]).Entry.Attachments.Single(attachment => attachment.Name == "reply").Sha256}";

    private static void Alter(BundleForge bundle, string path)
    {
        var bytes = bundle.Read(path);
        bytes[0] ^= 1;
        File.WriteAllBytes(Path.Combine(bundle.Folder, path), bytes);
    }

    private static IEnumerable<byte[]> Without(List<byte[]> records, int index) => records.Where((_, i) => i != index);

    private static void LeaveOut(BundleForge bundle, string action) =>
        bundle.WriteRecords(bundle.Records().Where(bytes => AuditRecordReader.Read(bytes).Entry.Action != action));

    private static List<byte[]> Swapped(List<byte[]> records, int index)
    {
        (records[index], records[index + 1]) = (records[index + 1], records[index]);
        return records;
    }

    private static void ChangeLine(BundleForge bundle, int line, Func<string, string> change)
    {
        var lines = bundle.Text("checkpoint").Split('\n');
        lines[line] = change(lines[line]);
        bundle.Write("checkpoint", string.Join('\n', lines));
    }

    private static void ChangeSignature(BundleForge bundle, Func<byte[], byte[]> change) => ChangeLine(bundle, 4, line =>
    {
        var parts = line.Split(' ');
        return $"{parts[0]} {parts[1]} {Convert.ToBase64String(change(Convert.FromBase64String(parts[2])))}";
    });

    /// <summary>A zero before the first number of the DER, with the lengths put right.</summary>
    private static byte[] Pad(byte[] bytes) => [.. bytes[..5], (byte)(bytes[5] + 1), bytes[6], (byte)(bytes[7] + 1), 0, .. bytes[8..]];

    private static void ReplaceKey(BundleForge bundle)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        bundle.Write("vkey.txt", $"{NoteKey.Of(bundle.Text("vkey.txt").Split('+')[0], own)}\n");
    }

    private static void RebuildWithOwnKey(BundleForge bundle)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var vkey = NoteKey.Of(bundle.Text("vkey.txt").Split('+')[0], own).ToString();
        bundle.Write("vkey.txt", $"{vkey}\n");
        bundle.Rebuild(own, records => records[0] = records[0] with { Entry = records[0].Entry with { After = CanonicalJson.WriteText(new { vkey }) } });
    }

    private static void SignEntry(BundleForge bundle, ECDsa key, int index, Func<AuditEntry, AuditEntry> change) =>
        bundle.Rebuild(key, records => records[index] = records[index] with { Entry = change(records[index].Entry) });

    private static void SignAction(BundleForge bundle, ECDsa key, string action, string told, string other) => bundle.Rebuild(key, records =>
    {
        var index = records.FindIndex(record => record.Entry.Action == action);
        records[index] = records[index] with { Entry = records[index].Entry with { After = records[index].Entry.After!.Replace(told, other, StringComparison.Ordinal) } };
    });

    private static void SignAssessed(BundleForge bundle, ECDsa key, string member) => bundle.Rebuild(key, records =>
    {
        var index = records.FindIndex(record => record.Entry.Action == AuditAction.RunAssessed);
        var after = JsonNode.Parse(records[index].Entry.After!)!;
        after[member] = member == "headSequence" ? JsonValue.Create(records[index].Sequence) : JsonValue.Create(new string('0', 64));
        records[index] = records[index] with { Entry = records[index].Entry with { After = after.ToJsonString() } };
    }, keepsHeads: true);

    /// <summary>Changes fields that <see cref="BundleForge.Rebuild"/> would put right, and signs.</summary>
    private static void SignAltered(BundleForge bundle, ECDsa key, int index, Func<AuditRecord, AuditRecord> change) =>
        SignBytes(bundle, key, index, bytes => AuditRecordBytes.Encode(change(AuditRecordReader.Read(bytes))));

    private static void SignText(BundleForge bundle, ECDsa key, byte letter) => SignBytes(bundle, key, Trial, bytes =>
    {
        bytes[bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("trial-finished"))] = letter;
        return bytes;
    });

    /// <summary>Changes the bytes of a record and links those after it to what it has become.</summary>
    private static void SignBytes(BundleForge bundle, ECDsa key, int index, Func<byte[], byte[]> change)
    {
        var records = bundle.Records();
        records[index] = change(records[index]);
        for (var i = index + 1; i < records.Count; i++)
        {
            records[i] = AuditRecordBytes.Encode(AuditRecordReader.Read(records[i]) with { PreviousHash = AuditChain.Hash(records[i - 1]) });
        }

        bundle.Sign(key, records);
    }
}
