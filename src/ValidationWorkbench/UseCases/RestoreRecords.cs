using MediatR;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>
/// Brings a backup back into a folder that holds nothing. It writes no record itself, so that the head is that of the backup; the next command that
/// writes puts it on record.
/// </summary>
public sealed record RestoreRecords : IRequest<BackupManifest>
{
    public required Actor Actor { get; init; }

    /// <summary>Why, in the user's words.</summary>
    public required string? Reason { get; init; }

    public required string BackupFolder { get; init; }

    /// <summary>Folder for the records; it is new or empty.</summary>
    public required string RecordsFolder { get; init; }

    /// <summary>File of the anchor; null for the one beside the records.</summary>
    public string? AnchorPath { get; init; }
}

internal sealed class RestoreRecordsHandler(TimeProvider timeProvider) : IRequestHandler<RestoreRecords, BackupManifest>
{
    public Task<BackupManifest> Handle(RestoreRecords request, CancellationToken cancellationToken)
    {
        var reason = GivenReason.Require(request.Reason, "a restore");
        var anchor = request.AnchorPath ?? AnchorFile.DefaultFor(request.RecordsFolder);
        return Task.FromResult(RecordsBackup.Restore(request.BackupFolder, request.RecordsFolder, anchor, manifest => new RestoredNote(
            request.Actor, reason, Microseconds.Write(Microseconds.Of(timeProvider.GetUtcNow())), Path.GetFullPath(request.BackupFolder), manifest.Records, manifest.Head)));
    }
}
