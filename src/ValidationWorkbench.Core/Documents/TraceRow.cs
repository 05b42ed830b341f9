using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Documents;

/// <summary>A requirement with all that the plan and the run have for it.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Functions">Functions that answer to it.</param>
/// <param name="Risks">Risks in which it is at stake.</param>
/// <param name="Criteria">Criteria that give evidence for it, with their findings; a finding is null where nothing was assessed.</param>
/// <param name="State">How far it is verified.</param>
public sealed record TraceRow(
    Requirement Requirement, IReadOnlyList<SpecifiedFunction> Functions, IReadOnlyList<AssessedRisk> Risks,
    IReadOnlyList<(AcceptanceCriterion Criterion, Finding? Finding)> Criteria, TraceState State);
