using MediatR;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Packaging;
using ValidationWorkbench.Printing;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Writes the package of an assessed run: documents, run.json, trials.csv, differences.csv, junit.xml and manifest. The same records give the same bytes.</summary>
public sealed record IssueDocuments : IRequest<IssuedPackage>, IAudited
{
    public required Actor Actor { get; init; }

    public required string RunId { get; init; }

    /// <summary>Number of the assessment to document; null for the latest by the plan frozen with the run.</summary>
    public int? Assessment { get; init; }

    /// <summary>Folder in which the package's own folder, named by the run, is made.</summary>
    public required string OutFolder { get; init; }

    public string Subject => $"issue the documents of run {RunId}";
}

/// <summary>A package on disk.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Files">Its files, manifest last.</param>
/// <param name="Head">Head of the audit trail after the record of its issue.</param>
public sealed record IssuedPackage(string Folder, IReadOnlyList<(string Name, string Sha256)> Files, LedgerHead Head)
{
    /// <summary>Files with characters that their font lacks, which are drawn as boxes with their code point.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Characters)> Boxes { get; init; } = [];
}

internal sealed class IssueDocumentsHandler(RecordsFolder records, PackageRenderer renderer, PlanCertificate certificates) : IRequestHandler<IssueDocuments, IssuedPackage>
{
    public async Task<IssuedPackage> Handle(IssueDocuments request, CancellationToken cancellationToken)
    {
        var (assessed, facts) = renderer.Gather(
            DocumentedAssessment.Find(records, request.RunId, request.Assessment), records.ReadHead().Records);
        var (files, signature) = Print(assessed, facts);
        var folder = Path.Combine(request.OutFolder, request.RunId);
        PackageFolder.Write(folder, files);
        var head = await records.AppendAsync(new RecordBatch(new AuditEntry
        {
            Actor = request.Actor,
            Action = AuditAction.DocumentsIssued,
            EntityType = "run",
            EntityId = request.RunId,
            RunId = request.RunId,
            ConfigurationSha256 = assessed.Run.ConfigurationSha256,
            After = IssuedSignatures.Write(facts.AssessmentNumber, signature),
            Attachments = [.. files.Select(file => new AuditAttachment(file.Name, file.Bytes.Length, file.Sha256))],
        })).ConfigureAwait(false);
        var manifest = Manifest.Write(request.RunId, files, facts.LogId, head);
        PackageFolder.Write(folder, [manifest]);
        return new IssuedPackage(folder, [.. files.Append(manifest).Select(file => (file.Name, file.Sha256))], head) { Boxes = PackageFile.WithBoxes(files) };
    }

    /// <summary>
    /// Where the same documents were signed before, these signatures stand in them again: the same bytes, and no key is needed. Else the certificate of the
    /// plan signs, and has to be there before anything is written.
    /// </summary>
    private (List<PackageFile> Files, PackageSignature? Signature) Print(AssessedRun assessed, DocumentFacts facts)
    {
        if (IssuedSignatures.Latest(records, facts.RunId, facts.AssessmentNumber) is var (_, known, issued))
        {
            var again = renderer.Print(assessed, facts, known);
            if (again.Count == issued.Count && again.All(file => issued.GetValueOrDefault(file.Name) == file.Sha256))
            {
                return (again, known.ForRecord);
            }
        }

        using var certificate = certificates.Open(RunMaterial.ReadPlan(records, assessed), out var signer);
        var files = renderer.Print(assessed, facts, signer);
        return (files, signer?.ForRecord);
    }
}
