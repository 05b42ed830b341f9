using MediatR;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>All runs on record, in the order they were planned.</summary>
public sealed record ListRuns : IRequest<IReadOnlyList<RunSummary>>;

/// <summary>A run with its count of finished trials.</summary>
public sealed record RunSummary(Run Run, int Finished);

internal sealed class ListRunsHandler(RecordsFolder records) : IRequestHandler<ListRuns, IReadOnlyList<RunSummary>>
{
    public async Task<IReadOnlyList<RunSummary>> Handle(ListRuns request, CancellationToken cancellationToken)
    {
        using var context = records.CreateReader();
        var finished = await context.Trials.GroupBy(trial => trial.RunId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken).ConfigureAwait(false);
        var runs = await context.Runs.AsNoTracking().OrderBy(run => run.PlannedMicros).ThenBy(run => run.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return runs.ConvertAll(run => new RunSummary(run, finished.GetValueOrDefault(run.Id)));
    }
}
