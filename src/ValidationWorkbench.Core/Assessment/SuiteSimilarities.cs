namespace ValidationWorkbench.Assessment;

/// <summary>Similarities of the OQ suites, case by case, and their means over the cases that have them.</summary>
/// <param name="Cases">One line per OQ case, in their order.</param>
/// <param name="BaselineToItself">Mean in [0,1]; null where no case has it.</param>
/// <param name="CandidateToBaseline">Mean of the candidate's suites against the baseline's.</param>
/// <param name="CandidateToItself">Mean of the candidate's suites against each other.</param>
public sealed record SuiteSimilarities(IReadOnlyList<CaseSimilarity> Cases, double? BaselineToItself, double? CandidateToBaseline,
    double? CandidateToItself)
{
    /// <summary>The similarities of a run.</summary>
    public static SuiteSimilarities Of(ScoredRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        List<CaseSimilarity> cases = [.. run.Cases.Where(entry => run.Likeness.ContainsKey(entry.Case.Id))
            .Select(entry => (entry.Case.Id, Likeness: run.Likeness[entry.Case.Id]))
            .Select(entry =>
                new CaseSimilarity(entry.Id, entry.Likeness.BaselineToItself, entry.Likeness.CandidateToBaseline, entry.Likeness.CandidateToItself))];
        return new SuiteSimilarities(
            cases, cases.Select(entry => entry.BaselineToItself).Average(), cases.Select(entry => entry.CandidateToBaseline).Average(),
            cases.Select(entry => entry.CandidateToItself).Average());
    }
}
