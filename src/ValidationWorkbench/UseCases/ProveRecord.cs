using System.Globalization;
using MediatR;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Bundles;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Proves that a record stands in the log of the latest checkpoint, in one file that is checked without the records. Changes nothing.</summary>
/// <param name="Sequence">Sequence of the record.</param>
/// <param name="AnchorPath">File of the checkpoints; null for the one beside the records.</param>
public sealed record ProveRecord(long Sequence, string? AnchorPath = null) : IRequest<ProvenRecord>;

/// <summary>A record and its proof.</summary>
/// <param name="Proof">The proof, a C2SP tlog-proof file.</param>
/// <param name="Record">The record.</param>
/// <param name="Size">Records under the checkpoint.</param>
/// <param name="Vkey">Public key that the proof is checked with.</param>
public sealed record ProvenRecord(byte[] Proof, AuditRecord Record, long Size, string Vkey);

internal sealed class ProveRecordHandler(RecordsFolder records) : IRequestHandler<ProveRecord, ProvenRecord>
{
    public Task<ProvenRecord> Handle(ProveRecord request, CancellationToken cancellationToken)
    {
        byte[]? bytes = null;
        var log = AnchoredLog.Read(records, request.AnchorPath ?? AnchorFile.DefaultFor(records.Folder), stored => bytes = stored.Sequence == request.Sequence ? stored.Bytes : bytes);
        if (bytes is null)
        {
            throw new InputException("SEQ", string.Create(CultureInfo.InvariantCulture, $"found {request.Sequence}; the latest checkpoint is over records 1 to {log.Checkpoint.Size}."));
        }

        var proof = RecordProof.Write(bytes, MerkleTree.ProveInclusion(log.LeafHashes, (int)(request.Sequence - 1)), log.Note);
        try
        {
            var (record, size) = RecordProof.Verify(proof, log.Key.ToString());
            return Task.FromResult(new ProvenRecord(proof, record, size, log.Key.ToString()));
        }
        catch (FormatException exception)
        {
            throw new IntegrityException(string.Create(CultureInfo.InvariantCulture, $"record {request.Sequence} cannot be proved: {exception.Message}"));
        }
    }
}
