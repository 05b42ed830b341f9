using System.Globalization;

namespace ValidationWorkbench.Assessment;

/// <summary>
/// Similarities of OQ suites by their embeddings, read back from the vectors on record. For display only: embeddings are blind to "not" and to
/// numbers, so no criterion looks at them.
/// </summary>
public sealed record EmbeddingSimilarity
{
    private const int MostReasons = 3;

    /// <summary>Model id asked for.</summary>
    public required string Model { get; init; }

    /// <summary>Ids the endpoint answered under, in the order of their names; empty where it named none.</summary>
    public required IReadOnlyList<string> ServedModels { get; init; }

    /// <summary>Base address asked.</summary>
    public required string Endpoint { get; init; }

    /// <summary>All OQ cases of the run in their order.</summary>
    public required IReadOnlyList<EmbeddedCase> Cases { get; init; }

    /// <summary>How many cases have similarities and why the others have none, the most frequent reasons first, in one line.</summary>
    public string Describe()
    {
        var available = Cases.Count(entry => entry.NotAvailable is null);
        return Cases.Count == 0 ? "not available: the run has no OQ-generation cases"
            : available == 0 ? $"not available: {Reasons()}"
            : $"{Number(available)} of {Number(Cases.Count)} cases{(available == Cases.Count ? string.Empty : $"; not available for the others: {Reasons()}")}";
    }

    private string Reasons()
    {
        var reasons = Cases.Where(entry => entry.NotAvailable is not null).GroupBy(entry => entry.NotAvailable!).OrderByDescending(group => group.Count())
            .Select(group => group.Count() == 1 ? group.Key : $"{group.Key} ({Number(group.Count())} cases)").ToList();
        return string.Join("; ", reasons.Count <= MostReasons ? reasons : [.. reasons.Take(MostReasons), $"and {Number(reasons.Count - MostReasons)} other reasons"]);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
