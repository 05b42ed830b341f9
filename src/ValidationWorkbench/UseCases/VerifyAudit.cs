using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Re-derives the audit trail from its stored bytes, compares the other tables with it and re-hashes the evidence. Changes nothing.</summary>
public sealed record VerifyAudit : IRequest<AuditReport>;

/// <summary>What was checked and what was found.</summary>
/// <param name="Records">Records checked.</param>
/// <param name="Head">Hash of the last record.</param>
/// <param name="Evidence">Pieces of evidence re-hashed.</param>
/// <param name="Faults">Everything that does not hold; empty where all does.</param>
public sealed record AuditReport(long Records, string Head, int Evidence, IReadOnlyList<string> Faults)
{
    public bool Holds => Faults.Count == 0;
}

internal sealed class VerifyAuditHandler(RecordsFolder records) : IRequestHandler<VerifyAudit, AuditReport>
{
    public Task<AuditReport> Handle(VerifyAudit request, CancellationToken cancellationToken)
    {
        using var context = records.CreateReader();
        var verifier = new ChainVerifier();
        var attached = new HashSet<string>(StringComparer.Ordinal);
        var rows = new RecordedRows();

        // Rows are read before the trail: a run that goes on meanwhile adds records to rows, never rows to records.
        var storedRows = RecordedRows.Stored(context);
        foreach (var stored in context.AuditRecords.AsNoTracking().OrderBy(record => record.Sequence).AsEnumerable())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (verifier.Add(stored)?.Entry is { } entry)
            {
                attached.UnionWith(entry.Action == AuditAction.DocumentsIssued ? [] : entry.Attachments.Select(attachment => attachment.Sha256));
                rows.Add(entry);
            }
        }

        var faults = verifier.Faults.Select(fault => string.Create(CultureInfo.InvariantCulture, $"record {fault.Sequence}: {fault.Kind}: {fault.Detail}")).ToList();
        faults.AddRange(rows.Compare(storedRows, () => RecordedRows.Stored(context)));
        faults.AddRange(EvidenceFaults(context, attached, out var count));
        return Task.FromResult(new AuditReport(verifier.Count, verifier.Head, count, faults));
    }

    private List<string> EvidenceFaults(WorkbenchDbContext context, HashSet<string> attached, out int count)
    {
        var faults = new List<string>();
        count = 0;
        foreach (var entry in context.Evidence.AsNoTracking().AsEnumerable())
        {
            count++;
            attached.Remove(entry.Sha256);
            try
            {
                records.ReadEvidence(entry);
            }
            catch (IntegrityException exception)
            {
                faults.Add(exception.Message);
            }
        }

        faults.AddRange(attached.Order(StringComparer.Ordinal).Select(sha256 => $"evidence {sha256} is named in the audit trail, but not in the records"));
        return faults;
    }
}
