using System.Buffers.Binary;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Bundles;
using ValidationWorkbench.Packaging;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>
/// Writes a run with its records, evidence and documents as a bundle that is checked without the workbench. The same records and checkpoint give the same bytes. The export
/// itself is put on record afterwards, so it is not in its own bundle.
/// </summary>
public sealed record ExportBundle : IRequest<ExportedBundle>, IAudited
{
    public required Actor Actor { get; init; }

    public required string RunId { get; init; }

    /// <summary>Folder in which the bundle's own folder, named by the run, is made.</summary>
    public required string OutFolder { get; init; }

    /// <summary>File of the checkpoints; null for the one beside the records.</summary>
    public string? AnchorPath { get; init; }

    public string Subject => $"export run {RunId}";
}

/// <summary>A bundle on disk.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Files">Number of its files, the manifest included.</param>
/// <param name="ManifestSha256">SHA-256 of the manifest, which names all other files.</param>
/// <param name="Size">Records of the log under the checkpoint.</param>
/// <param name="Root">Root of the checkpoint, lower-case hex.</param>
/// <param name="Vkey">Public key of the log, to be given to whoever checks, by another way than the bundle.</param>
/// <param name="Head">Head of the audit trail after the record of the export.</param>
public sealed record ExportedBundle(string Folder, int Files, string ManifestSha256, long Size, string Root, string Vkey, LedgerHead Head);

internal sealed class ExportBundleHandler(RecordsFolder records, PackageRenderer renderer, HostFacts host) : IRequestHandler<ExportBundle, ExportedBundle>
{
    public async Task<ExportedBundle> Handle(ExportBundle request, CancellationToken cancellationToken)
    {
        var run = RunMaterial.FindRun(records, request.RunId);
        var folder = Path.Combine(request.OutFolder, run.Id);
        using var bundle = BundleFolder.Create(folder);
        using var content = new BundleContent(run.Id);
        var log = AnchoredLog.Read(records, request.AnchorPath ?? AnchorFile.DefaultFor(records.Folder), content.Add);
        Fill(bundle, log, content, cancellationToken);
        var manifest = bundle.AddManifest(run.Id);

        // Whoever hands out records must not hand out what a checker refuses.
        var report = BundleVerifier.Verify(bundle.PartPath, log.Key.ToString());
        if (!report.Holds)
        {
            throw new IntegrityException($"run {run.Id} cannot be exported: {string.Join("; ", report.Faults.Take(3))}.");
        }

        // On record before it can be seen: an export that nobody knows of would be worse than a record of one that came to nothing.
        var kept = records.Keep(manifest);
        var head = await records.AppendAsync(new RecordBatch(new AuditEntry
        {
            Actor = request.Actor,
            Action = AuditAction.Exported,
            EntityType = "bundle",
            EntityId = run.Id,
            RunId = run.Id,
            ConfigurationSha256 = run.ConfigurationSha256,
            After = CanonicalJson.WriteText(new { size = log.Checkpoint.Size, root = log.Checkpoint.RootHash, files = bundle.Count + 1 }),
            Attachments = [new AuditAttachment("manifest.json", kept.Length, kept.Sha256)],
        })
        { Evidence = [kept] }).ConfigureAwait(false);
        bundle.Publish();
        return new ExportedBundle(folder, bundle.Count + 1, kept.Sha256, log.Checkpoint.Size, log.Checkpoint.RootHash, log.Key.ToString(), head);
    }

    private void Fill(BundleFolder bundle, AnchoredLog log, BundleContent content, CancellationToken cancellationToken)
    {
        bundle.Add("FORMAT.md", BundleFormat.Description);
        bundle.Add("records.bin", content.RecordBytes);
        bundle.Add("hashes.bin", log.LeafHashes.SelectMany(hash => hash).ToArray());
        bundle.Add("checkpoint", log.Note);
        bundle.Add("vkey.txt", Encoding.ASCII.GetBytes($"{log.Key}\n"));
        using var context = records.CreateReader();
        foreach (var entry in context.Evidence.AsNoTracking().AsEnumerable().Where(entry => content.Evidence.Remove(entry.Sha256)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            bundle.Add($"evidence/{entry.Sha256}", records.ReadEvidence(entry));
        }

        if (content.Evidence.Count > 0)
        {
            throw new IntegrityException($"evidence {content.Evidence.First()} is named in the audit trail, but not in the records.");
        }

        foreach (var document in RenderAgain(content))
        {
            bundle.Add($"documents/{document.Name}", document.Bytes);
        }
    }

    /// <summary>The documents that were issued last: rendered from the records again, and the same bytes or none.</summary>
    private List<PackageFile> RenderAgain(BundleContent content)
    {
        if (content.Issued is not { } issued)
        {
            return [];
        }

        using var context = records.CreateReader();
        var (runId, sequence) = (content.RunId, issued.Sequence);
        var wanted = issued.Entry.Attachments.ToDictionary(attachment => attachment.Name, attachment => attachment.Sha256);
        foreach (var entry in context.Assessments.AsNoTracking().Where(entry => entry.RunId == runId && entry.HeadSequence < sequence).OrderByDescending(entry => entry.Number).ToList())
        {
            // run.json names the assessment, so it shows which one was issued before anything is printed.
            var (assessed, facts) = renderer.Gather(entry, sequence);
            if (RunJson.Write(facts, assessed.Results).Sha256 == wanted.GetValueOrDefault("run.json"))
            {
                var files = renderer.Print(assessed, facts, IssuedSignatures.Of(records, sequence));
                return files.All(file => wanted.GetValueOrDefault(file.Name) == file.Sha256) && files.Count == wanted.Count ? files : throw Differs(issued);
            }
        }

        throw Differs(issued);
    }

    private Exception Differs(AuditRecord issued) => issued.Tool == host.Tool
        ? new IntegrityException($"the documents of run {issued.Entry.RunId} cannot be rendered again with the bytes that are on record.")
        : new InputException(issued.Entry.RunId, $"its documents were issued by {issued.Tool}, and this is {host.Tool}, which renders other bytes. Issue them again with `validate documents {issued.Entry.RunId}`, then export.");

    /// <summary>What the records put into the bundle of a run.</summary>
    private sealed class BundleContent(string runId) : IDisposable
    {
        private readonly MemoryStream bytes = new();

        public string RunId => runId;

        /// <summary>Hashes of all evidence that the records name.</summary>
        public HashSet<string> Evidence { get; } = new(StringComparer.Ordinal);

        /// <summary>Record of the documents that were issued last; null where none were.</summary>
        public AuditRecord? Issued { get; private set; }

        /// <summary>Each record of the run and of the log's setup: its length, then its bytes.</summary>
        public ReadOnlySpan<byte> RecordBytes => bytes.GetBuffer().AsSpan(0, (int)bytes.Length);

        public void Dispose() => bytes.Dispose();

        public void Add(StoredAuditRecord stored)
        {
            AuditRecord record;
            try
            {
                record = AuditRecordReader.Read(stored.Bytes);
            }
            catch (FormatException exception)
            {
                throw new IntegrityException(FormattableString.Invariant($"record {stored.Sequence} cannot be read: {exception.Message}"));
            }

            if (record.Entry.RunId != runId && (record.Entry.RunId.Length > 0 || record.Entry.EntityType != "log"))
            {
                return;
            }

            Span<byte> length = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, stored.Bytes.Length);
            bytes.Write(length);
            bytes.Write(stored.Bytes);
            if (record.Entry.Action == AuditAction.DocumentsIssued)
            {
                Issued = record;
            }
            else
            {
                Evidence.UnionWith(record.Entry.Attachments.Select(attachment => attachment.Sha256));
            }
        }
    }
}
