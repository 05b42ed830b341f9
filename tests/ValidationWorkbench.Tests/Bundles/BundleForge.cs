using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Tests.Bundles;

/// <summary>Changes a copy of a bundle as somebody would who knows the format, and keeps as much of it in step as he wants.</summary>
internal sealed class BundleForge(string folder)
{
    public string Folder => folder;

    public byte[] Read(string path) => File.ReadAllBytes(Path.Combine(folder, path));

    public string Text(string path) => Encoding.UTF8.GetString(Read(path));

    /// <summary>Writes a file, and its hash into the manifest.</summary>
    public void Write(string path, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(folder, path), bytes);
        Manifest();
    }

    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public void Delete(string path)
    {
        File.Delete(Path.Combine(folder, path));
        Manifest();
    }

    public void Flip(string path, int at)
    {
        var bytes = Read(path);
        bytes[at < 0 ? bytes.Length + at : at] ^= 1;
        Write(path, bytes);
    }

    /// <summary>Makes the manifest name the files as they are.</summary>
    public void Manifest(Action<JsonObject>? change = null)
    {
        var manifest = JsonNode.Parse(Read("manifest.json"))!.AsObject();
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(path => path != "manifest.json").Order(StringComparer.Ordinal);
        manifest["files"] = new JsonArray([.. files.Select(path => new JsonObject { ["path"] = path, ["sha256"] = Sha256Hex.Of(Read(path)), ["length"] = Read(path).Length })]);
        change?.Invoke(manifest);
        File.WriteAllText(Path.Combine(folder, "manifest.json"), manifest.ToJsonString());
    }

    /// <summary>Bytes of the records, each without its length.</summary>
    public List<byte[]> Records()
    {
        var records = new List<byte[]>();
        for (var rest = Read("records.bin").AsSpan(); !rest.IsEmpty; rest = rest[(4 + records[^1].Length)..])
        {
            records.Add(rest.Slice(4, BinaryPrimitives.ReadInt32BigEndian(rest)).ToArray());
        }

        return records;
    }

    public void WriteRecords(IEnumerable<byte[]> records) => Write("records.bin", [.. records.SelectMany(record => Length(record).Concat(record))]);

    /// <summary>
    /// Changes records and makes everything after them fit again: links, hashes, the heads that assessments name, tree, and the signature with the key that is given.
    /// </summary>
    public void Rebuild(ECDsa key, Action<List<AuditRecord>> change, bool keepsHeads = false)
    {
        var records = Records().ConvertAll(bytes => AuditRecordReader.Read(bytes));
        change(records);
        var (bytes, previous) = (new List<byte[]>(), AuditChain.Start);
        for (var i = 0; i < records.Count; i++)
        {
            var record = keepsHeads || records[i].Entry.Action != AuditAction.RunAssessed ? records[i] : UnderHead(records[i], bytes.ConvertAll(earlier => AuditChain.Hash(earlier)));
            bytes.Add(AuditRecordBytes.Encode(record with { PreviousHash = previous, Sequence = i + 1 }));
            previous = AuditChain.Hash(bytes[^1]);
        }

        Sign(key, bytes);
    }

    /// <summary>Takes the bytes for the records of the whole log, and signs a tree over them.</summary>
    public void Sign(ECDsa key, List<byte[]> records)
    {
        WriteRecords(records);
        var hashes = records.ConvertAll(bytes => AuditChain.Hash(bytes));
        Write("hashes.bin", [.. hashes.SelectMany(hash => hash)]);
        Sign(key, hashes.Count, Convert.ToHexStringLower(MerkleTree.Root(hashes)));
    }

    public void Sign(ECDsa key, long size, string root) =>
        Write("checkpoint", new Checkpoint(Text("checkpoint").Split('\n')[0], size, root).Sign(key).ToBytes());

    private static AuditRecord UnderHead(AuditRecord record, List<byte[]> leaves)
    {
        var after = JsonNode.Parse(record.Entry.After!)!;
        after["headSequence"] = leaves.Count;
        after["headHash"] = Convert.ToHexStringLower(leaves[^1]);
        after["headRoot"] = Convert.ToHexStringLower(MerkleTree.Root(leaves));
        return record with { Entry = record.Entry with { After = after.ToJsonString() } };
    }

    private static byte[] Length(byte[] bytes)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        return length;
    }
}
