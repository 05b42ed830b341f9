using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.Tests.Storage;

/// <summary>Checks of a stored audit trail.</summary>
internal static class Chain
{
    public static IReadOnlyList<ChainFault> FaultsIn(RecordsFolder records)
    {
        using var context = records.CreateReader();
        var verifier = new ChainVerifier();
        foreach (var stored in context.AuditRecords.AsNoTracking().OrderBy(record => record.Sequence).AsEnumerable())
        {
            verifier.Add(stored);
        }

        return verifier.Faults;
    }
}
