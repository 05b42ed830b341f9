using System.Text;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Printing;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>What records of issued and rendered documents say of signatures.</summary>
internal static class IssuedSignatures
{
    /// <summary>State after of an issue.</summary>
    public static string Write(int assessment, PackageSignature? signature) =>
        signature is null ? CanonicalJson.WriteText(new { assessment }) : CanonicalJson.WriteText(new { assessment, signature });

    /// <summary>Signer that makes the signed files of a record again; null where they are not signed.</summary>
    /// <exception cref="FormatException">The record does not say what its action calls for.</exception>
    public static PackageSigner? Of(RecordsFolder records, long sequence)
    {
        using var context = records.CreateReader();
        return Find(context, sequence) is { } signature ? PackageSigner.Again(signature) : null;
    }

    /// <summary>The latest issue of an assessment that was signed, with the hashes of its files; null where there is none.</summary>
    public static (long Sequence, PackageSigner Signer, IReadOnlyDictionary<string, string> Files)? Latest(
        RecordsFolder records, string runId, int assessment)
    {
        using var context = records.CreateReader();
        var issues = context.AuditRecords.AsNoTracking().Where(record => record.RunId == runId && record.Action == AuditAction.DocumentsIssued)
            .OrderByDescending(record => record.Sequence).AsEnumerable();
        foreach (var stored in issues)
        {
            var entry = StoredEntry.Read(stored);
            if (Told(entry) is { Signature: { } signature } told && told.Assessment == assessment)
            {
                return (stored.Sequence, PackageSigner.Again(signature), entry.Attachments.ToDictionary(file => file.Name, file => file.Sha256));
            }
        }

        return null;
    }

    private static PackageSignature? Find(WorkbenchDbContext context, long sequence)
    {
        var told = Told(StoredEntry.Read(context.AuditRecords.AsNoTracking().Single(record => record.Sequence == sequence)));
        return told.SignedWith is { } issue && issue < sequence ? Find(context, issue) : told.Signature;
    }

    private static State Told(AuditEntry entry) => CanonicalJson.Read<State>(Encoding.UTF8.GetBytes(entry.After ?? "{}"));

    /// <param name="Assessment">Assessment that was documented.</param>
    /// <param name="Signature">Signatures made with this issue.</param>
    /// <param name="SignedWith">Issue whose signatures a rendering carries.</param>
    private sealed record State(int Assessment, PackageSignature? Signature, long? SignedWith);
}
