using System.Text.Json;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Reads the records of the calls that are no trials: those before the first one, and those one at a time after the last.</summary>
internal static class FurtherCalls
{
    /// <summary>Adds the tokens that they used in a run, baseline first.</summary>
    public static void AddUsage(WorkbenchDbContext context, string runId, RunConfiguration configuration, TokenUsage[] usage)
    {
        foreach (var stored in context.AuditRecords.Where(record => record.RunId == runId
            && (record.Action == AuditAction.WarmedUp || record.Action == AuditAction.SequentialAsked)).AsEnumerable())
        {
            using var after = JsonDocument.Parse(AuditRecordReader.Read(stored.Bytes).Entry.After ?? "{}");
            var used = new TokenUsage(after.RootElement.GetProperty("promptTokens").GetInt64(), after.RootElement.GetProperty("completionTokens").GetInt64());
            usage[stored.Action == AuditAction.WarmedUp && stored.EntityId == configuration.Baseline.Name ? (int)ModelRole.Baseline : (int)ModelRole.Candidate] += used;
        }
    }
}
