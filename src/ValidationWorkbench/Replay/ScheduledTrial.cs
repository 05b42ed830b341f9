using ValidationWorkbench.Cases;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Replay;

/// <summary>A trial that is to be carried out.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Position">Its place in the drawn order, from 0.</param>
/// <param name="Task">Task of its case.</param>
/// <param name="Case">Its case.</param>
/// <param name="AttemptsBefore">Attempts of earlier starts.</param>
/// <param name="FailuresBefore">Those of them that failed; the others were cancelled by the user, which is no failure of the endpoint.</param>
internal sealed record ScheduledTrial(TrialKey Key, int Position, CaseTask Task, TestCase Case, int AttemptsBefore, int FailuresBefore);
