using MediatR;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Files;

namespace ValidationWorkbench.UseCases;

/// <summary>Checks a plan and every file that it names, and changes nothing.</summary>
public sealed record CheckPlan(string PlanPath) : IRequest<CheckedPlan>;

/// <summary>A plan that can be run.</summary>
public sealed record CheckedPlan(PlanFile Plan, IReadOnlyList<CaseSetFile> CaseSets, IReadOnlyList<string> Notes)
{
    /// <summary>Cases of a task.</summary>
    public int Count(CaseTask task) => CaseSets.Where(set => set.Set.Task == task).Sum(set => set.Set.Cases.Count);
}

internal sealed class CheckPlanHandler : IRequestHandler<CheckPlan, CheckedPlan>
{
    public Task<CheckedPlan> Handle(CheckPlan request, CancellationToken cancellationToken)
    {
        var inputs = RunInputs.Read(request.PlanPath, []);
        var sets = inputs.CaseSets.Select(entry => entry.Set).ToList();
        return Task.FromResult(new CheckedPlan(inputs.Plan, sets, [.. inputs.Plan.File.Notes, .. sets.SelectMany(set => set.Notes)]));
    }
}
