using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Assessment;

/// <summary>Answers to repeats of a case that may not have been made anew. Where there are any, equal repeats do not show reproducibility.</summary>
/// <param name="Role">The model.</param>
/// <param name="Repeats">Answers to cases that were answered more than once.</param>
/// <param name="SameId">Of these, those with the reply id of an earlier repeat of their case.</param>
/// <param name="AllCached">Of the others, those after the first repeat whose prompt tokens all came from a cache.</param>
public sealed record CachedAnswers(ModelRole Role, int Repeats, int SameId, int AllCached)
{
    /// <summary>Counts of both models.</summary>
    public static IReadOnlyList<CachedAnswers> All(IEnumerable<Attempt> attempts) =>
        [.. attempts.Where(attempt => attempt.Answered).GroupBy(attempt => attempt.Role).OrderBy(group => group.Key)
            .Select(group => Of(group.Key, group))];

    private static CachedAnswers Of(ModelRole role, IEnumerable<Attempt> attempts)
    {
        int repeats = 0, sameId = 0, allCached = 0;
        foreach (var answers in attempts.GroupBy(attempt => attempt.CaseId).Select(group => group.OrderBy(attempt => attempt.StartedMicros).ToList())
            .Where(list => list.Count > 1))
        {
            repeats += answers.Count;
            var ids = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < answers.Count; i++)
            {
                var isSame = answers[i].ReplyId is { Length: > 0 } id && !ids.Add(id);
                sameId += isSame ? 1 : 0;
                allCached += !isSame && i > 0 && answers[i].CachedTokens > 0 && answers[i].CachedTokens >= answers[i].PromptTokens ? 1 : 0;
            }
        }

        return new CachedAnswers(role, repeats, sameId, allCached);
    }
}
