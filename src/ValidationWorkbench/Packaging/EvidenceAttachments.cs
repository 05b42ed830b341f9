using System.Globalization;
using System.Text;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Packaging;

/// <summary>What a report carries to be its own proof: hashes of the evidence, and one record of the run with its path to the root of the log.</summary>
public static class EvidenceAttachments
{
    /// <summary>The files.</summary>
    /// <param name="facts">Facts of the run.</param>
    /// <param name="records">Audit records of the run up to the head of the facts, in order, as stored.</param>
    /// <param name="leafHashes">Hashes of all audit records up to that head, in order.</param>
    public static IReadOnlyList<AttachedFile> Write(DocumentFacts facts, IReadOnlyList<StoredAuditRecord> records, IReadOnlyList<byte[]> leafHashes)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(leafHashes);
        return
        [
            new AttachedFile("evidence.csv", "text/csv", "SHA-256 of every piece of evidence of the run, with the record that names it", Evidence(records)),
            new AttachedFile("proof.json", "application/json", "The record that planned the run, its inclusion path and the root of the log", Proof(facts, records, leafHashes)),
        ];
    }

    private static byte[] Evidence(IReadOnlyList<StoredAuditRecord> records)
    {
        var csv = new StringBuilder(CsvLine.Of(["sequence", "action", "name", "length", "sha256"]));
        foreach (var stored in records)
        {
            foreach (var attachment in AuditRecordReader.Read(stored.Bytes).Entry.Attachments)
            {
                csv.Append(CsvLine.Of(
                [
                    stored.Sequence.ToString(CultureInfo.InvariantCulture), stored.Action, attachment.Name,
                    attachment.Length.ToString(CultureInfo.InvariantCulture), attachment.Sha256,
                ]));
            }
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    /// <summary>The checkpoint is the text that the anchor of the records signs; its signature is there, outside of the records.</summary>
    private static byte[] Proof(DocumentFacts facts, IReadOnlyList<StoredAuditRecord> records, IReadOnlyList<byte[]> leafHashes)
    {
        var planned = records.First(record => record.Action == AuditAction.RunPlanned);
        var path = MerkleTree.ProveInclusion(leafHashes, (int)(planned.Sequence - 1)).Path;
        return CanonicalJson.Write(new
        {
            checkpoint = new Checkpoint(Checkpoint.OriginOf(facts.LogId), facts.HeadSequence, facts.HeadRoot).Text,
            record = new { sequence = planned.Sequence, bytes = Convert.ToBase64String(planned.Bytes) },
            path = path.Select(Convert.ToHexStringLower),
        });
    }
}
