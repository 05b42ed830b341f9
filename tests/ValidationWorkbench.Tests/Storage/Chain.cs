using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Verification;

namespace ValidationWorkbench.Tests.Storage;

/// <summary>Checks of a stored audit trail.</summary>
internal static class Chain
{
    public static IReadOnlyList<Fault> FaultsIn(RecordsFolder records)
    {
        using var context = records.CreateReader();
        return Audit.Make.Verify(context.AuditRecords.AsNoTracking().OrderBy(record => record.Sequence)).Faults;
    }
}
