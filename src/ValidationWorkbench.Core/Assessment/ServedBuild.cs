using System.Globalization;
using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Assessment;

/// <summary>Under which name and build a model answered, and how often. More than one within a run means that it was not one configuration.</summary>
/// <param name="Role">The model asked.</param>
/// <param name="Model">Id it answered under; null where the endpoint gave none.</param>
/// <param name="Fingerprint">Build of the backend; null where the endpoint gave none.</param>
/// <param name="Provider">Endpoint that was asked, where the model has more than one, and provider that a router named; null for none.</param>
/// <param name="Answers">Answers of this build.</param>
public sealed record ServedBuild(ModelRole Role, string? Model, string? Fingerprint, string? Provider, int Answers)
{
    /// <summary>All builds, baseline first, those with most answers first.</summary>
    public static IReadOnlyList<ServedBuild> All(IEnumerable<Attempt> attempts) =>
    [
        .. attempts.Where(attempt => attempt.Answered).GroupBy(attempt =>
            (attempt.Role, attempt.ServedModel, attempt.SystemFingerprint, attempt.ServedBy))
            .Select(group => new ServedBuild(group.Key.Role, group.Key.ServedModel, group.Key.SystemFingerprint, group.Key.ServedBy, group.Count()))
            .OrderBy(build => build.Role).ThenByDescending(build => build.Answers).ThenBy(build => build.Name, StringComparer.Ordinal),
    ];

    /// <summary>One build in words, without its count.</summary>
    public string Name => $"{Model ?? "no name"}, build {Fingerprint ?? "not named"}{(Provider is null ? string.Empty : $", served by {Provider}")}";

    /// <summary>The same with its count.</summary>
    public string Describe() => string.Create(CultureInfo.InvariantCulture, $"{Name} ({Answers} {(Answers == 1 ? "answer" : "answers")})");
}
