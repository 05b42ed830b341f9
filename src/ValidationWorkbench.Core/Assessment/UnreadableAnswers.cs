using System.Text.Json.Serialization;
using ValidationWorkbench.Models;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Assessment;

/// <summary>Answers of one model in which nothing could be judged, by what they are. Each counts as wrong.</summary>
/// <param name="Role">The model.</param>
/// <param name="Empty">Replies without text.</param>
/// <param name="Refused">Refusals, and replies stopped by a filter.</param>
/// <param name="CutOff">Replies that ran into the length limit within the answer.</param>
/// <param name="BudgetSpent">Replies that ran into it before any answer.</param>
/// <param name="NoFinalChannel">Replies with marks of the model's channels and no final one.</param>
/// <param name="NotJson">Replies that are not one JSON value.</param>
/// <param name="WrongStructure">JSON of another structure than asked for.</param>
public sealed record UnreadableAnswers(
    ModelRole Role, int Empty, int Refused, int CutOff, int BudgetSpent, int NoFinalChannel, int NotJson, int WrongStructure)
{
    /// <summary>Replies with a tool call and no text; left out where there is none, as in plans without tools.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int ToolCall { get; init; }

    /// <summary>Counts one model's answers.</summary>
    public static UnreadableAnswers Of(ScoredRun run, ModelRole role)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Of(role, [.. run.Scores.Where(score => score.Key.Role == role)]);
    }

    /// <summary>Counts among the scores given.</summary>
    internal static UnreadableAnswers Of(ModelRole role, IReadOnlyList<TrialScore> scores)
    {
        int Count(ReplyFaultKind kind) => scores.Count(score => score.Fault == kind);
        return new UnreadableAnswers(
            role, Count(ReplyFaultKind.Empty), Count(ReplyFaultKind.Refused), Count(ReplyFaultKind.CutOff), Count(ReplyFaultKind.BudgetSpent),
            Count(ReplyFaultKind.NoFinalChannel), Count(ReplyFaultKind.NotJson), Count(ReplyFaultKind.WrongStructure))
        { ToolCall = Count(ReplyFaultKind.ToolCall) };
    }
}
