using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Printing;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Verification;

namespace ValidationWorkbench.UseCases;

/// <summary>Scores every assessed run again from its stored replies and renders issued documents again, and compares both with the hashes on record.</summary>
/// <param name="tool">This version and build.</param>
/// <param name="faults">Takes the faults.</param>
internal sealed class Recomputation(string tool, FaultLog faults)
{
    /// <summary>Assessments computed again.</summary>
    public int Assessments { get; private set; }

    /// <summary>Documents rendered again.</summary>
    public int Documents { get; private set; }

    public void Run(RecordsFolder records, RunScorer scorer, PackageRenderer renderer, IReadOnlyList<IssuedFiles> issued)
    {
        using var context = records.CreateReader();
        foreach (var run in context.Assessments.AsNoTracking().OrderBy(entry => entry.RunId).ThenBy(entry => entry.Number).ToList().GroupBy(entry => entry.RunId))
        {
            foreach (var entry in run)
            {
                Attempt(entry, () => Score(scorer, entry));
                if (issued.Where(files => files.RunId == run.Key && files.Assessment == entry.Number).ToList() is { Count: > 0 } documents)
                {
                    Attempt(entry, () => Render(records, renderer, entry, documents));
                }
            }
        }
    }

    /// <summary>
    /// Each record is rendered as of its own sequence. Those that say the same are rendered together; each signature is of one issue, and is put back into
    /// its files.
    /// </summary>
    private void Render(RecordsFolder records, PackageRenderer renderer, AssessmentEntry entry, IReadOnlyList<IssuedFiles> issued)
    {
        var (assessed, facts) = renderer.Gather(entry, entry.HeadSequence);
        foreach (var group in issued.Select(record => (Record: record, Signer: IssuedSignatures.Of(records, record.Sequence)))
            .GroupBy(made => (Later: renderer.SupersededBy(entry, made.Record.Sequence), Signed: made.Signer is null ? 0 : made.Record.Sequence)))
        {
            var asOf = facts with { SupersededBy = group.Key.Later };
            Render(renderer, entry, (assessed, asOf), [.. group.Select(made => made.Record)], group.First().Signer);
        }
    }

    private void Render(
        PackageRenderer renderer, AssessmentEntry entry, (AssessedRun Assessed, DocumentFacts Facts) gathered, IReadOnlyList<IssuedFiles> issued,
        PackageSigner? signer)
    {
        var names = issued.SelectMany(record => record.Files).Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        var rendered = renderer.Print(gathered.Assessed, gathered.Facts, names.Contains, signer).ToDictionary(file => file.Name, file => file.Sha256);
        foreach (var (record, (name, _, sha256)) in issued.SelectMany(record => record.Files.Select(file => (record, file))))
        {
            Documents++;
            if (rendered.GetValueOrDefault(name) is var found && found != sha256)
            {
                Differs(record.Tool, $"run {entry.RunId}: {name} rendered again has SHA-256 {found ?? "(none)"}, {sha256} is on record");
            }
        }
    }

    private void Score(RunScorer scorer, AssessmentEntry entry)
    {
        var assessed = scorer.Score(entry);
        Assessments++;
        if (assessed.ResultsSha256 != entry.ResultsSha256)
        {
            Differs(entry.Tool, FormattableString.Invariant($"run {entry.RunId}, assessment {entry.Number}: the stored replies give results with SHA-256 {assessed.ResultsSha256}, {entry.ResultsSha256} is on record"));
        }
    }

    /// <summary>Another version may score or render otherwise without anybody having altered anything.</summary>
    private void Differs(string madeBy, string detail)
    {
        if (madeBy == tool)
        {
            faults.Add(FaultClass.Result, null, detail);
        }
        else
        {
            faults.Remark($"{detail}. They were made by {madeBy}; use that version to tell a changed program from changed records.");
        }
    }

    private void Attempt(AssessmentEntry entry, Action check)
    {
        try
        {
            check();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            faults.Add(FaultClass.Result, null, $"run {entry.RunId} cannot be computed again: {exception.Message}");
        }
    }
}
