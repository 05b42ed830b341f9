using MediatR;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Brings a backup back into a folder that holds nothing. It writes no record, so that the head is that of the backup.</summary>
public sealed record RestoreRecords : IRequest<BackupManifest>
{
    public required string BackupFolder { get; init; }

    /// <summary>Folder for the records; it is new or empty.</summary>
    public required string RecordsFolder { get; init; }

    /// <summary>File of the anchor; null for the one beside the records.</summary>
    public string? AnchorPath { get; init; }
}

internal sealed class RestoreRecordsHandler : IRequestHandler<RestoreRecords, BackupManifest>
{
    public Task<BackupManifest> Handle(RestoreRecords request, CancellationToken cancellationToken) =>
        Task.FromResult(RecordsBackup.Restore(request.BackupFolder, request.RecordsFolder, request.AnchorPath ?? AnchorFile.DefaultFor(request.RecordsFolder)));
}
