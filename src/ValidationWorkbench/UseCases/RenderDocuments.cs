using MediatR;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Packaging;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>
/// Renders documents of an assessed run again, in any format, beside the package that was issued, which stays as it is. The same records give the same bytes.
/// </summary>
public sealed record RenderDocuments : IRequest<RenderedDocuments>, IAudited
{
    public required Actor Actor { get; init; }

    public required string RunId { get; init; }

    /// <summary>Number of the assessment to document; null for the latest by the plan frozen with the run.</summary>
    public int? Assessment { get; init; }

    /// <summary>Names of the documents; empty for all.</summary>
    public required IReadOnlyList<string> Only { get; init; }

    public required DocumentFormat Format { get; init; }

    /// <summary>Folder in which the package's own folder, named by the run, is made.</summary>
    public required string OutFolder { get; init; }

    public string Subject => $"render documents of run {RunId}";
}

/// <summary>Documents on disk.</summary>
/// <param name="Folder">Their folder.</param>
/// <param name="Files">The files, in the order of the templates.</param>
public sealed record RenderedDocuments(string Folder, IReadOnlyList<(string Name, string Sha256)> Files)
{
    /// <summary>True for PDF files without the signature that the plan asks of issued ones.</summary>
    public bool IsUnsigned { get; init; }

    /// <inheritdoc cref="IssuedPackage.Boxes"/>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Characters)> Boxes { get; init; } = [];
}

internal sealed class RenderDocumentsHandler(RecordsFolder records, PackageRenderer renderer) : IRequestHandler<RenderDocuments, RenderedDocuments>
{
    public async Task<RenderedDocuments> Handle(RenderDocuments request, CancellationToken cancellationToken)
    {
        var (assessed, facts) = renderer.Gather(
            DocumentedAssessment.Find(records, request.RunId, request.Assessment), records.ReadHead().Records);
        var names = facts.Documents.Select(kind => kind.Name).ToList();
        if (request.Only.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
        {
            throw new InputException("--only", $"run {request.RunId} has no document \"{unknown}\"; its documents: {string.Join(", ", names)}.");
        }

        var wanted = names.Where(name => request.Only.Count == 0 || request.Only.Contains(name)).Select(name => PackageRenderer.FileName(name, request.Format)).ToHashSet();
        var (files, signedWith) = Print(assessed, facts, wanted);
        var folder = Path.Combine(request.OutFolder, request.RunId);
        foreach (var file in files)
        {
            // The manifest of a package is its hash for ever: nothing may put other bytes under a name that it lists.
            if (Manifest.HashIn(folder, file.Name) is { } issued && issued != file.Sha256)
            {
                throw new InputException(Path.Combine(folder, file.Name), "was issued with other bytes, and its manifest says so. Choose another folder with --out, "
                    + $"or issue the whole package again with `validate documents {request.RunId}`.");
            }
        }

        PackageFolder.Write(folder, files);
        await records.AppendAsync(new RecordBatch(new AuditEntry
        {
            Actor = request.Actor,
            Action = AuditAction.DocumentsRendered,
            EntityType = "run",
            EntityId = request.RunId,
            RunId = request.RunId,
            ConfigurationSha256 = assessed.Run.ConfigurationSha256,
            After = After(facts.AssessmentNumber, files, signedWith),
        })).ConfigureAwait(false);
        return new RenderedDocuments(folder, [.. files.Select(file => (file.Name, file.Sha256))])
        {
            IsUnsigned = request.Format == DocumentFormat.Pdf && facts.Plan.Signing is not null && signedWith is null,
            Boxes = PackageFile.WithBoxes(files),
        };
    }

    /// <summary>A document that says what was signed when issued carries that signature again; one that says anything else is not signed.</summary>
    private (List<PackageFile> Files, long? SignedWith) Print(AssessedRun assessed, DocumentFacts facts, HashSet<string> wanted)
    {
        if (wanted.Any(name => Path.GetExtension(name) == ".pdf")
            && IssuedSignatures.Latest(records, facts.RunId, facts.AssessmentNumber) is var (sequence, signer, issued))
        {
            var signed = renderer.Print(assessed, facts, wanted.Contains, signer);
            if (signed.TrueForAll(file => issued.GetValueOrDefault(file.Name) == file.Sha256))
            {
                return (signed, sequence);
            }
        }

        return (renderer.Print(assessed, facts, wanted.Contains, signer: null), null);
    }

    private static string After(int assessment, IEnumerable<PackageFile> files, long? signedWith)
    {
        var documents = files.Select(file => new { name = file.Name, length = file.Bytes.Length, sha256 = file.Sha256 });
        return signedWith is null ? CanonicalJson.WriteText(new { assessment, documents })
            : CanonicalJson.WriteText(new { assessment, documents, signedWith });
    }
}
