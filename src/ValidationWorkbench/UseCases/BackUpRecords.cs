using MediatR;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Copies database, evidence and anchor to an empty folder. The record of it is in the copy as well, so that a restore has the same head.</summary>
public sealed record BackUpRecords : IRequest<BackedUpRecords>, IAudited
{
    public required Actor Actor { get; init; }

    /// <summary>Folder to copy to; it is new or empty.</summary>
    public required string BackupFolder { get; init; }

    /// <summary>File of the anchor; null for the one beside the records.</summary>
    public string? AnchorPath { get; init; }

    public string Subject => $"back up the records to {BackupFolder}";
}

/// <summary>A backup on disk.</summary>
/// <param name="Manifest">What is in it.</param>
public sealed record BackedUpRecords(BackupManifest Manifest);

internal sealed class BackUpRecordsHandler(RecordsFolder records, HostFacts host) : IRequestHandler<BackUpRecords, BackedUpRecords>
{
    public async Task<BackedUpRecords> Handle(BackUpRecords request, CancellationToken cancellationToken)
    {
        var evidence = RecordsBackup.CopyEvidence(records.Folder, request.BackupFolder);
        var head = await records.AppendAsync(new RecordBatch(new AuditEntry
        {
            Actor = request.Actor,
            Action = AuditAction.BackedUp,
            EntityType = "log",
            EntityId = "records",
            After = AuditText.Clean(CanonicalJson.WriteText(new { folder = Path.GetFullPath(request.BackupFolder), evidenceFiles = evidence.Count, evidenceBytes = evidence.Sum(file => file.Length) })),
        })).ConfigureAwait(false);
        return new BackedUpRecords(RecordsBackup.Finish(records.Folder, request.AnchorPath ?? AnchorFile.DefaultFor(records.Folder), request.BackupFolder, evidence, head, host.Tool));
    }
}
