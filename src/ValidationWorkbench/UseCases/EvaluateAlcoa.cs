using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Verification;

namespace ValidationWorkbench.UseCases;

/// <summary>Evaluates the records of a run, or all of them, against ALCOA+ by what can be computed. Changes nothing.</summary>
/// <param name="RunId">The run; null for all records.</param>
/// <param name="AnchorPath">File of the checkpoints; null for the one beside the records.</param>
public sealed record EvaluateAlcoa(string? RunId, string? AnchorPath = null) : IRequest<AlcoaReport>;

internal sealed class EvaluateAlcoaHandler(RecordsFolder records, PackageRenderer renderer) : IRequestHandler<EvaluateAlcoa, AlcoaReport>
{
    public Task<AlcoaReport> Handle(EvaluateAlcoa request, CancellationToken cancellationToken)
    {
        if (request.RunId is { } runId)
        {
            RunMaterial.FindRun(records, runId);
        }

        using var context = records.CreateReader();
        var faults = new FaultLog();
        var trail = new TrailVerifier(faults);
        var named = new HashSet<string>(StringComparer.Ordinal);
        var assessments = new List<(long Sequence, string RunId, int Number)>();
        foreach (var row in Rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            trail.Add(row, out _);
            if (Read(row.Bytes(TrailColumns.Bytes)) is { Entry: var entry } record && (request.RunId is null || entry.RunId == request.RunId || entry.RunId.Length == 0))
            {
                named.UnionWith(entry.Action == AuditAction.DocumentsIssued ? [] : entry.Attachments.Select(attachment => attachment.Sha256));
                if (entry.Action == AuditAction.RunAssessed && NumberIn(entry.After) is { } number)
                {
                    assessments.Add((record.Sequence, entry.RunId, number));
                }
            }
        }

        var (lost, unnamed, seen) = LookAtEvidence(context, named, request.RunId is null, cancellationToken);
        var (anchored, fault) = LookAtAnchor(request.AnchorPath ?? AnchorFile.DefaultFor(records.Folder));
        var evaluation = new AlcoaEvaluation(new AlcoaFacts
        {
            TrailFaults = [.. faults.Faults.DistinctBy(found => found.Class)],
            AnchoredRecords = anchored,
            AnchorFault = fault,
            EvidenceChecked = seen,
            EvidenceLost = lost,
            EvidenceUnnamed = unnamed,
            Rescored = assessments.ToDictionary(entry => entry.Sequence, entry => GivesTheSame(context, entry.RunId, entry.Number)),
        }, request.RunId);

        // Records that were added meanwhile are left for the next time.
        var last = trail.Range.Last;
        foreach (var stored in context.AuditRecords.AsNoTracking().Where(record => record.Sequence <= last).OrderBy(record => record.Sequence).AsEnumerable())
        {
            if (Read(stored.Bytes) is { } record)
            {
                evaluation.Add(record);
            }
        }

        return Task.FromResult(evaluation.Finish());
    }

    /// <summary>The trail as the verification reads it: value by value, in one row that each step fills anew.</summary>
    private IEnumerable<StoredRow> Rows()
    {
        using var database = new RecordsDatabase(Path.Combine(records.Folder, "workbench.db"));
        using var query = database.Prepare($"select {string.Join(", ", TrailColumns.Names)} from AuditRecords not indexed order by Sequence");
        for (var row = new StoredRow(TrailColumns.Names.Count); query.Read(row);)
        {
            yield return row;
        }
    }

    /// <summary>The record; null where its bytes are none, which the trail's own check reports.</summary>
    private static AuditRecord? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return AuditRecordReader.Read(bytes);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static int? NumberIn(string? after)
    {
        try
        {
            using var document = JsonDocument.Parse(after ?? "{}");
            return document.RootElement.GetProperty("assessment").GetInt32();
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private (HashSet<string> Lost, List<string> Unnamed, int Seen) LookAtEvidence(WorkbenchDbContext context, HashSet<string> named, bool all, CancellationToken cancellationToken)
    {
        var lost = new HashSet<string>(named, StringComparer.Ordinal);
        var unnamed = new List<string>();
        var seen = 0;
        foreach (var entry in context.Evidence.AsNoTracking().AsEnumerable())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!named.Contains(entry.Sha256))
            {
                unnamed.Add(entry.Sha256);
                continue;
            }

            try
            {
                records.ReadEvidence(entry);
                lost.Remove(entry.Sha256);
            }
            catch (IntegrityException)
            {
                // It stays among the lost.
            }

            seen++;
        }

        // For one run the rest belongs to other runs.
        return (lost, all ? unnamed : [], all ? seen + unnamed.Count : seen);
    }

    private (long? Size, string? Fault) LookAtAnchor(string path)
    {
        try
        {
            return (AnchoredLog.Read(records, path, _ => { }).Checkpoint.Size, null);
        }
        catch (InputException)
        {
            return (null, null);
        }
        catch (IntegrityException exception)
        {
            return (null, exception.Message);
        }
    }

    private bool GivesTheSame(WorkbenchDbContext context, string runId, int number)
    {
        try
        {
            return context.Assessments.AsNoTracking().SingleOrDefault(entry => entry.RunId == runId && entry.Number == number) is { } entry && renderer.Gather(entry, entry.HeadSequence).Assessed.ResultsSha256 == entry.ResultsSha256;
        }
        catch (Exception exception) when (exception is IntegrityException or InputException or FormatException)
        {
            return false;
        }
    }
}
