using System.Text.Json;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Reads the records of the calls that were made before the first trial.</summary>
internal static class WarmUps
{
    /// <summary>Tokens that they used in a run, baseline first.</summary>
    public static TokenUsage[] UsageOf(WorkbenchDbContext context, string runId, RunConfiguration configuration)
    {
        var usage = new TokenUsage[2];
        foreach (var stored in context.AuditRecords.Where(record => record.RunId == runId && record.Action == AuditAction.WarmedUp).AsEnumerable())
        {
            using var after = JsonDocument.Parse(AuditRecordReader.Read(stored.Bytes).Entry.After ?? "{}");
            var used = new TokenUsage(after.RootElement.GetProperty("promptTokens").GetInt64(), after.RootElement.GetProperty("completionTokens").GetInt64());
            usage[stored.EntityId == configuration.Baseline.Name ? (int)ModelRole.Baseline : (int)ModelRole.Candidate] += used;
        }

        return usage;
    }
}
