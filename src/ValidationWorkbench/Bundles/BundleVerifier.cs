using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Bundles;

/// <summary>
/// Checks an exported bundle as FORMAT.md describes it, from its files alone. It shares no code with the exporter: <c>tools/verify_bundle.py</c> does the same in another
/// language, and neither knows the other.
/// </summary>
public sealed partial class BundleVerifier
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly string[] AfterStart =
    [
        AuditAction.RunStarted, AuditAction.TrialFinished, AuditAction.AttemptFailed, AuditAction.RunResumed, AuditAction.RunInterrupted, AuditAction.RunCompleted, AuditAction.RunAssessed,
    ];

    private readonly string folder;
    private readonly string? givenKey;
    private readonly List<string> faults = [];
    private readonly Dictionary<string, (long Length, string Sha256)> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Length, string Sha256)> wanted = new(StringComparer.Ordinal);
    private readonly RunArithmetic arithmetic = new();
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private IReadOnlyList<AuditAttachment> documents = [];
    private string runId = string.Empty;
    private int records;

    private BundleVerifier(string folder, string? givenKey) => (this.folder, this.givenKey) = (folder, givenKey);

    /// <summary>Checks a bundle.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="vkey">The log's public key from somebody who is trusted; null to take the one in the bundle, which shows only that the bundle agrees with itself.</param>
    /// <exception cref="InputException">There is no such folder.</exception>
    public static BundleReport Verify(string folder, string? vkey)
    {
        if (!Directory.Exists(folder))
        {
            throw new InputException(folder, "is no folder. Name the folder of a bundle, which is named by its run.");
        }

        return new BundleVerifier(folder, vkey).Check();
    }

    private BundleReport Check()
    {
        BundleCheckpoint? checkpoint = null;
        try
        {
            CheckFiles();
            var vkey = ReadKey();
            checkpoint = BundleCheckpoint.Read(Read("checkpoint"), vkey);
            var leaves = ReadLeaves(checkpoint);
            CheckRecords(checkpoint, leaves, vkey);
            CheckAttached();
        }
        catch (Exception exception) when (exception is FormatException or JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            faults.Add(exception.Message);
        }

        return new BundleReport
        {
            RunId = runId,
            Origin = checkpoint?.Origin ?? string.Empty,
            KeyId = checkpoint?.KeyId ?? string.Empty,
            IsKeyGiven = givenKey is not null,
            Size = checkpoint?.Size ?? 0,
            Root = checkpoint is null ? string.Empty : Convert.ToHexStringLower(checkpoint.Root),
            Records = records,
            Evidence = files.Keys.Count(path => path.StartsWith("evidence/", StringComparison.Ordinal)),
            Documents = files.Keys.Count(path => path.StartsWith("documents/", StringComparison.Ordinal)),
            Planned = arithmetic.Planned ?? 0,
            Answered = arithmetic.Answered,
            Unanswered = arithmetic.Unanswered,
            Faults = faults,
        };
    }

    private void CheckFiles()
    {
        using var manifest = JsonDocument.Parse(Read("manifest.json"), Strict);
        if (manifest.RootElement.GetProperty("format").GetString() != "validation-workbench/bundle/1")
        {
            throw new FormatException("manifest.json: not of bundle format 1.");
        }

        runId = manifest.RootElement.GetProperty("runId").GetString()!;
        var listed = manifest.RootElement.GetProperty("files").EnumerateArray()
            .Select(file => (Path: file.GetProperty("path").GetString()!, Length: file.GetProperty("length").GetInt64(), Sha256: file.GetProperty("sha256").GetString()!)).ToList();
        var found = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(path => path != "manifest.json").Order(StringComparer.Ordinal);
        if (!listed.Select(file => file.Path).SequenceEqual(found))
        {
            throw new FormatException("manifest.json: it does not list exactly the files that are here, in order.");
        }

        foreach (var (path, length, sha256) in listed)
        {
            Require(FileName().IsMatch(path), $"{path}: does not belong into a bundle");
            using var stream = File.OpenRead(PathOf(path));
            Require(stream.Length == length && Convert.ToHexStringLower(SHA256.HashData(stream)) == sha256, $"{path}: not the bytes that the manifest names");
            files[path] = (length, sha256);
        }
    }

    private string ReadKey()
    {
        var own = BundleCheckpoint.Decode(Read("vkey.txt"));
        var vkey = own.EndsWith('\n') ? own[..^1] : own;
        Require(givenKey is null || givenKey == vkey, "vkey.txt: not the key that was given");
        return vkey;
    }

    private byte[][] ReadLeaves(BundleCheckpoint checkpoint)
    {
        var bytes = Read("hashes.bin");
        var leaves = bytes.Length % 32 == 0 ? bytes.Chunk(32).ToArray() : [];
        return leaves.LongLength == checkpoint.Size && RootOf(leaves).AsSpan().SequenceEqual(checkpoint.Root) ? leaves
            : throw new FormatException("hashes.bin: not the leaf hashes of the tree that the checkpoint signs.");
    }

    /// <summary>The tree from below: pairs from the left, and the last one without partner goes up as it is.</summary>
    private static byte[] RootOf(byte[][] level)
    {
        while (level.Length > 1)
        {
            level = [.. level.Chunk(2).Select(pair => pair.Length == 2 ? SHA256.HashData([1, .. pair[0], .. pair[1]]) : pair[0])];
        }

        return level[0];
    }

    private void CheckRecords(BundleCheckpoint checkpoint, byte[][] leaves, string vkey)
    {
        var rest = Read("records.bin").AsMemory();
        AuditRecord? last = null;
        string? signer = null;
        while (!rest.IsEmpty)
        {
            if (rest.Length < 4 || System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(rest.Span) is var length && length > rest.Length - 4)
            {
                throw new FormatException($"records.bin: the record after {records.ToString(CultureInfo.InvariantCulture)} others ends early.");
            }

            var bytes = rest.Slice(4, (int)length).Span;
            rest = rest[(4 + (int)length)..];
            var record = ReadRecord(bytes);
            CheckPlace(record, bytes, checkpoint, leaves, last);
            if (record.Entry.Action is AuditAction.LogCreated or AuditAction.KeyRotated)
            {
                var key = KeyIn(record, signer);
                signer = signer is null || record.Sequence < checkpoint.Size ? key : signer;
            }

            CheckHead(record, leaves);
            Take(record);
            last = record;
        }

        Require(arithmetic.Planned is not null, "records.bin: holds no run");
        Require(signer == vkey, "vkey.txt: not the key that the records name for the checkpoint");
        if (arithmetic is { ConfigurationSha256: { } sha256, Configuration: { } configuration } && files.ContainsKey($"evidence/{sha256}"))
        {
            Require(IsSame(Read($"evidence/{sha256}"), configuration), "evidence: the configuration is not the one that the first record of the run tells");
        }

        faults.AddRange(arithmetic.Faults.Select(fault => string.Create(CultureInfo.InvariantCulture, $"record {fault.Sequence}: {fault.Detail}")));
    }

    private AuditRecord ReadRecord(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return AuditRecordReader.Read(bytes);
        }
        catch (FormatException exception)
        {
            throw new FormatException($"records.bin: the record after {records.ToString(CultureInfo.InvariantCulture)} others: {exception.Message}", exception);
        }
    }

    private void CheckPlace(AuditRecord record, ReadOnlySpan<byte> bytes, BundleCheckpoint checkpoint, byte[][] leaves, AuditRecord? last)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"record {record.Sequence}");
        if (record.LogId != checkpoint.LogId || record.Sequence < 1 || record.Sequence > leaves.Length || !leaves[record.Sequence - 1].AsSpan().SequenceEqual(SHA256.HashData([0, .. bytes])))
        {
            throw new FormatException($"{place}: it is not the leaf of its sequence.");
        }

        Require(record.PreviousHash.AsSpan().SequenceEqual(record.Sequence == 1 ? new byte[32] : leaves[record.Sequence - 2]), $"{place}: its previous hash is not the leaf before it");
        Require(last is null ? record is { Sequence: 1, Entry.Action: AuditAction.LogCreated } : last.Sequence < record.Sequence, $"{place}: out of order, or not the setup of the log");
        Require(last is null || last.AtMicros <= record.AtMicros, $"{place}: time runs backwards");
        Require(record.Entry.RunId.Length == 0 ? record.Entry.EntityType == "log" : record.Entry.RunId == runId, $"{place}: neither of this run nor of the log's setup");
    }

    /// <summary>
    /// The key that a record introduces, which the key before must have signed. The checkpoint that ends with the record of a rotation is still of the key before.
    /// </summary>
    private string KeyIn(AuditRecord record, string? before)
    {
        using var after = JsonDocument.Parse(record.Entry.After ?? "{}", Strict);
        string Text(string name) => after.RootElement.GetProperty(name).GetString() ?? string.Empty;
        var key = Text("vkey");
        Require(
            before is null || BundleCheckpoint.HasNamed(before, key, Text("signature")),
            string.Create(CultureInfo.InvariantCulture, $"record {record.Sequence}: the key that it brings in is not signed by the key before"));
        return key;
    }

    /// <summary>An assessment names the log as it was when the results were known: its size, its last hash, and the root of the tree over it.</summary>
    private void CheckHead(AuditRecord record, byte[][] leaves)
    {
        if (record.Entry.Action != AuditAction.RunAssessed)
        {
            return;
        }

        using var after = JsonDocument.Parse(record.Entry.After ?? "{}", Strict);
        var size = after.RootElement.GetProperty("headSequence").GetInt64();
        var (hash, root) = (after.RootElement.GetProperty("headHash").GetString(), after.RootElement.GetProperty("headRoot").GetString());
        Require(
            size > 0 && size < record.Sequence && hash == Convert.ToHexStringLower(leaves[size - 1]) && root == Convert.ToHexStringLower(RootOf(leaves[..(int)size])),
            string.Create(CultureInfo.InvariantCulture, $"record {record.Sequence} (run-assessed): the head named is not that of these records"));
    }

    private static bool IsSame(byte[] json, string text)
    {
        using JsonDocument one = JsonDocument.Parse(json, Strict), other = JsonDocument.Parse(text, Strict);
        return JsonElement.DeepEquals(one.RootElement, other.RootElement);
    }

    private void Take(AuditRecord record)
    {
        records++;
        if (record.Entry.RunId.Length > 0)
        {
            arithmetic.Add(record);
            CheckOrder(record);
        }

        if (record.Entry.Action == AuditAction.DocumentsIssued)
        {
            documents = record.Entry.Attachments;
            return;
        }

        foreach (var attachment in record.Entry.Attachments)
        {
            Want($"evidence/{attachment.Sha256}", attachment);
        }
    }

    /// <summary>What the counts of the run do not show: a start, an assessment, or the assessment behind the documents that was left out.</summary>
    private void CheckOrder(AuditRecord record)
    {
        var action = record.Entry.Action;
        var place = string.Create(CultureInfo.InvariantCulture, $"record {record.Sequence} ({action})");
        counts[action] = counts.GetValueOrDefault(action) + 1;
        Require(!AfterStart.Contains(action) || counts.GetValueOrDefault(AuditAction.RunStarted) == 1, $"{place}: run-started is missing before it, or stands twice");
        if (action is not (AuditAction.RunAssessed or AuditAction.DocumentsIssued))
        {
            return;
        }

        using var after = JsonDocument.Parse(record.Entry.After ?? "{}", Strict);
        var (number, assessed) = (after.RootElement.GetProperty("assessment").GetInt32(), counts.GetValueOrDefault(AuditAction.RunAssessed));
        if (action == AuditAction.RunAssessed)
        {
            Require(number == assessed, $"{place}: an assessment before this one is missing");
        }
        else
        {
            Require(number > 0 && number <= assessed, $"{place}: the assessment that these documents are of is missing");
        }
    }

    private void Want(string path, AuditAttachment attachment) =>
        Require(wanted.TryAdd(path, (attachment.Length, attachment.Sha256)) || wanted[path] == (attachment.Length, attachment.Sha256), $"{path}: named with another length or hash before");

    private void CheckAttached()
    {
        foreach (var document in documents)
        {
            Want($"documents/{document.Name}", document);
        }

        foreach (var path in wanted.Keys.Union(files.Keys.Where(path => path.Contains('/', StringComparison.Ordinal))).Order(StringComparer.Ordinal))
        {
            Require(files.TryGetValue(path, out var have) && wanted.TryGetValue(path, out var want) && have == want, $"{path}: not what the records name");
        }
    }

    private byte[] Read(string path) => File.ReadAllBytes(PathOf(path));

    private string PathOf(string path) => Path.Combine(folder, path);

    private void Require(bool holds, string fault)
    {
        if (!holds)
        {
            faults.Add(fault);
        }
    }

    [GeneratedRegex(@"^(?:FORMAT\.md|records\.bin|hashes\.bin|checkpoint|vkey\.txt|evidence/[0-9a-f]{64}|documents/[A-Za-z0-9][A-Za-z0-9._-]*)\z")]
    private static partial Regex FileName();
}
