using MediatR;

namespace ValidationWorkbench.UseCases;

/// <summary>A run with everything computed from its records, also one that is not finished. Changes nothing.</summary>
public sealed record ShowRun(string RunId) : IRequest<AssessedRun>;

internal sealed class ShowRunHandler(RunScorer scorer) : IRequestHandler<ShowRun, AssessedRun>
{
    public Task<AssessedRun> Handle(ShowRun request, CancellationToken cancellationToken) => Task.FromResult(scorer.Score(request.RunId));
}
