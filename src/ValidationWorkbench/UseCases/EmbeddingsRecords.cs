using System.Text;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Reads the embeddings of a run back from its audit records and evidence. No endpoint is asked, so the same records give the same figures.</summary>
internal static class EmbeddingsRecords
{
    public const string ReplyName = "reply";

    /// <summary>Cases whose vectors are on record.</summary>
    public static HashSet<string> Received(RecordsFolder records, string runId)
    {
        using var context = records.CreateReader();
        return [.. Of(context, runId).Where(record => record.Action == AuditAction.EmbeddingsReceived).Select(record => record.EntityId)];
    }

    /// <summary>Similarities of all OQ cases; null where the plan asks for no embeddings.</summary>
    /// <param name="records">The records.</param>
    /// <param name="material">The run.</param>
    /// <param name="upTo">Sequence of the last record that is looked at.</param>
    /// <exception cref="IntegrityException">A record or its evidence is missing, was altered or does not hold what it is said to.</exception>
    public static EmbeddingSimilarity? Read(RecordsFolder records, RunMaterial material, long upTo)
    {
        if (material.Plan.Embeddings is not { } embeddings)
        {
            return null;
        }

        var received = new Dictionary<string, AuditEntry>(StringComparer.Ordinal);
        var failed = new Dictionary<string, string>(StringComparer.Ordinal);
        using var context = records.CreateReader();
        foreach (var stored in Of(context, material.Run.Id).Where(record => record.Sequence <= upTo).OrderBy(record => record.Sequence).AsEnumerable())
        {
            var entry = StoredEntry.Read(stored);
            if (entry.Action == AuditAction.EmbeddingsReceived)
            {
                received.TryAdd(entry.EntityId, entry);
            }
            else
            {
                failed[entry.EntityId] = entry.Reason ?? "no reason is on record";
            }
        }

        var nothing = material.Configuration.ReplayedFrom is null ? "nothing is on record" : "not asked, since the run answers from a recording";
        var served = new SortedSet<string>(StringComparer.Ordinal);
        return new EmbeddingSimilarity
        {
            Model = embeddings.Model,
            Endpoint = embeddings.Endpoint,
            Cases = [.. material.Cases.Where(entry => entry.Task == CaseTask.OqGeneration).Select(entry => entry.Case.Id).Select(id =>
                received.TryGetValue(id, out var entry) ? Compare(records, id, entry, served) : EmbeddedCase.Without(id, failed.GetValueOrDefault(id, nothing)))],
            ServedModels = [.. served],
        };
    }

    private static IQueryable<StoredAuditRecord> Of(WorkbenchDbContext context, string runId) => context.AuditRecords.AsNoTracking()
        .Where(record => record.RunId == runId && (record.Action == AuditAction.EmbeddingsReceived || record.Action == AuditAction.EmbeddingsFailed));

    private static EmbeddedCase Compare(RecordsFolder records, string caseId, AuditEntry entry, SortedSet<string> served)
    {
        var (facts, vectors) = (FactsOf(caseId, entry), new Dictionary<ModelRole, List<double[]>> { [ModelRole.Baseline] = [], [ModelRole.Candidate] = [] });
        var attachment = entry.Attachments.SingleOrDefault(attachment => attachment.Name == ReplyName) ?? throw Broken(caseId, "its record names no reply");
        var (reply, fault) = EmbeddingsReader.Read(facts.HttpStatus, facts.TransportError, records.ReadEvidence(attachment.Sha256), facts.Suites.Count);
        if (reply is null)
        {
            throw Broken(caseId, fault!.ToString());
        }

        foreach (var suite in facts.Suites)
        {
            vectors[suite.Role].Add(reply.Vectors[suite.Position]);
        }

        if (reply.Model is { } model)
        {
            served.Add(model);
        }

        return EmbeddedCase.Of(caseId, vectors[ModelRole.Baseline], vectors[ModelRole.Candidate]);
    }

    private static EmbeddingsFacts FactsOf(string caseId, AuditEntry entry)
    {
        try
        {
            var facts = CanonicalJson.Read<EmbeddingsFacts>(Encoding.UTF8.GetBytes(entry.After ?? string.Empty));
            return facts.Suites.Select(suite => suite.Position).Order().SequenceEqual(Enumerable.Range(0, facts.Suites.Count)) && facts.Suites.Count > 0 ? facts
                : throw Broken(caseId, "its record does not say which vector is which");
        }
        catch (FormatException exception)
        {
            throw Broken(caseId, exception.Message);
        }
    }

    private static IntegrityException Broken(string caseId, string why) => new($"embeddings of case {caseId} are on record as received, but {why}.");
}
