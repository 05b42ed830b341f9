using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using MediatR;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Timestamps;
using ValidationWorkbench.Verification;

namespace ValidationWorkbench.UseCases;

/// <summary>
/// Has a time-stamping authority sign for the time of the newest checkpoint (RFC 3161): whoever stole the key of the checkpoints later cannot sign for an
/// earlier time. Checkpoint, request and reply are kept as evidence, byte for byte.
/// </summary>
public sealed record StampCheckpoint : IRequest<StampedCheckpoint>, IAudited
{
    public required Actor Actor { get; init; }

    /// <summary>Address of the authority.</summary>
    public required string Authority { get; init; }

    /// <summary>File of the checkpoints; null for the one beside the records.</summary>
    public string? AnchorPath { get; init; }

    public string Subject => $"have the newest checkpoint stamped by {Authority}";
}

internal sealed class StampCheckpointHandler(RecordsFolder records) : IRequestHandler<StampCheckpoint, StampedCheckpoint>
{
    private const int NonceLength = 16;

    public async Task<StampedCheckpoint> Handle(StampCheckpoint request, CancellationToken cancellationToken)
    {
        var path = request.AnchorPath ?? AnchorFile.DefaultFor(records.Folder);
        var checkpoint = AnchorFile.ReadLast(path) ?? throw new InputException(path, "holds no checkpoint yet. Any command that writes records makes one.");

        // A number of 128 bits without a sign, of which the first byte is not 0: one form, however an authority writes it.
        byte[] nonce = [.. RandomNumberGenerator.GetBytes(NonceLength)];
        nonce[0] = (byte)((nonce[0] & 0x7F) | 0x40);
        var query = Rfc3161TimestampRequest.CreateFromData(checkpoint, HashAlgorithmName.SHA256, nonce: nonce, requestSignerCertificates: true).Encode();
        var reply = await TimestampAuthority.AskAsync(request.Authority, query, cancellationToken).ConfigureAwait(false);
        var token = TimestampReply.TryRead(reply, checkpoint, out var trouble) ?? throw new InputException(request.Authority, $"{trouble}. Nothing was stamped.");
        if (token.Nonce is not { } repeated || !repeated.AsSpan().SequenceEqual(nonce))
        {
            throw new InputException(request.Authority, "repeats another nonce than the request gave: the reply is to another request, perhaps an old one. Nothing was stamped.");
        }

        var size = Checkpoint.Parse(SignedNote.Parse(checkpoint).Text).Size;
        var pieces = new[] { ("checkpoint", records.Keep(checkpoint)), ("request", records.Keep(query)), ("reply", records.Keep(reply)) };
        var head = await records.AppendAsync(new RecordBatch(new AuditEntry
        {
            Actor = request.Actor,
            Action = AuditAction.Timestamped,
            EntityType = "log",
            EntityId = Checkpoint.LogIdOf(records.CheckpointKey.Name)!.Value.ToString(),
            After = CanonicalJson.WriteText(new { authority = request.Authority, size, time = Microseconds.Write(Microseconds.Of(token.Time)), token.Subject, token.Serial }),
            Attachments = [.. pieces.Select(piece => new AuditAttachment(piece.Item1, piece.Item2.Length, piece.Item2.Sha256))],
        })
        { Evidence = [.. pieces.Select(piece => piece.Item2)] }).ConfigureAwait(false);
        return new StampedCheckpoint(head.Records, size, token.Time, token.Subject, token.Serial, IsPinned: false);
    }
}
