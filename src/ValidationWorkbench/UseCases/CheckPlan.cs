using MediatR;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Files;

namespace ValidationWorkbench.UseCases;

/// <summary>Checks a plan and every file that it names, and changes nothing.</summary>
public sealed record CheckPlan(string PlanPath) : IRequest<CheckedPlan>;

/// <summary>A plan that can be run.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="CaseSets">Its case sets.</param>
/// <param name="Design">What it can show with them.</param>
/// <param name="Notes">What was tolerated in the files.</param>
public sealed record CheckedPlan(PlanFile Plan, IReadOnlyList<CaseSetFile> CaseSets, StudyDesign Design, IReadOnlyList<string> Notes)
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
        var design = StudyDesign.Of(inputs.Plan.Plan.Criteria, inputs.Cases, inputs.Plan.Plan.Repeats);
        return Task.FromResult(new CheckedPlan(inputs.Plan, sets, design, [.. inputs.Plan.File.Notes, .. sets.SelectMany(set => set.Notes)]));
    }
}
