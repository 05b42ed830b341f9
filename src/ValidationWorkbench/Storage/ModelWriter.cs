using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ValidationWorkbench.Storage;

/// <summary>Stores through the EF model what comes a few times per run, within the ledger's transaction. Makes a context only where one is needed.</summary>
internal sealed class ModelWriter(Func<WorkbenchDbContext> createContext, SqliteTransaction transaction) : IDisposable
{
    private WorkbenchDbContext? context;

    public void Add(RecordBatch batch)
    {
        if (batch is { NewRun: null, RunMoves: null, Assessment: null })
        {
            return;
        }

        var model = context ??= Create();
        if (batch.NewRun is { } newRun)
        {
            model.Runs.Add(newRun);
        }

        if (batch.RunMoves is { } move)
        {
            model.Runs.Single(run => run.Id == move.RunId).MoveTo(move.State);
        }

        if (batch.Assessment is { } assessment)
        {
            model.Assessments.Add(assessment);
            model.Runs.Single(run => run.Id == assessment.RunId).Assess(assessment.Outcome);
        }

        model.SaveChanges();
    }

    public void Dispose() => context?.Dispose();

    private WorkbenchDbContext Create()
    {
        var created = createContext();
        created.Database.UseTransaction(transaction);
        return created;
    }
}
