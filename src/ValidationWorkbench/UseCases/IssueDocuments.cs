using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Packaging;
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
public sealed record IssuedPackage(string Folder, IReadOnlyList<(string Name, string Sha256)> Files, LedgerHead Head);

internal sealed class IssueDocumentsHandler(RecordsFolder records, PackageRenderer renderer) : IRequestHandler<IssueDocuments, IssuedPackage>
{
    public async Task<IssuedPackage> Handle(IssueDocuments request, CancellationToken cancellationToken)
    {
        var (assessed, facts) = renderer.Gather(FindAssessment(request));
        var files = PackageRenderer.Print(assessed, facts);
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
            After = CanonicalJson.WriteText(new { assessment = facts.AssessmentNumber }),
            Attachments = [.. files.Select(file => new AuditAttachment(file.Name, file.Bytes.Length, file.Sha256))],
        })).ConfigureAwait(false);
        var manifest = Manifest.Write(request.RunId, files, facts.LogId, head);
        PackageFolder.Write(folder, [manifest]);
        return new IssuedPackage(folder, [.. files.Append(manifest).Select(file => (file.Name, file.Sha256))], head);
    }

    private AssessmentEntry FindAssessment(IssueDocuments request)
    {
        var plan = RunMaterial.ReadConfiguration(records, RunMaterial.FindRun(records, request.RunId)).Plan.Sha256;
        using var context = records.CreateReader();
        var runId = request.RunId;
        var all = context.Assessments.AsNoTracking().Where(entry => entry.RunId == runId).OrderBy(entry => entry.Number).ToList();
        return request.Assessment is not { } number
            ? all.LastOrDefault(entry => entry.PlanSha256 == plan) ?? throw new InputException(runId, $"is not assessed yet; `validate --resume {runId}` finishes it.")
            : all.SingleOrDefault(entry => entry.Number == number)
            ?? throw new InputException("--assessment", $"run {runId} has {(all.Count == 0 ? "no assessment" : string.Create(CultureInfo.InvariantCulture, $"assessments 1 to {all.Count}"))}.");
    }
}
