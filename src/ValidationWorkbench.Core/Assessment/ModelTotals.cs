using ValidationWorkbench.Models;

namespace ValidationWorkbench.Assessment;

/// <summary>What became of one model's planned trials. Planned is the sum of the other six.</summary>
/// <param name="Role">The model.</param>
/// <param name="Planned">Trials planned.</param>
/// <param name="Passed">Answered as expected.</param>
/// <param name="Failed">Answered otherwise, or unreadably.</param>
/// <param name="Undecided">Answered with "undecided".</param>
/// <param name="Error">No answer: trouble at the endpoint.</param>
/// <param name="Aborted">Never finished.</param>
/// <param name="Unscored">Answered, but our own scorer failed. Above 0 the assessment is invalid.</param>
public sealed record ModelTotals(ModelRole Role, int Planned, int Passed, int Failed, int Undecided, int Error, int Aborted, int Unscored = 0)
{
    public static ModelTotals operator +(ModelTotals left, ModelTotals right) => new(
        left.Role, left.Planned + right.Planned, left.Passed + right.Passed, left.Failed + right.Failed, left.Undecided + right.Undecided,
        left.Error + right.Error, left.Aborted + right.Aborted, left.Unscored + right.Unscored);
}
