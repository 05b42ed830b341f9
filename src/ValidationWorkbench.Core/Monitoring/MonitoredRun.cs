using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Monitoring;

/// <summary>A finished run as it is looked at afterwards: what was set, what answered, and how the candidate's answers were scored.</summary>
public sealed record MonitoredRun
{
    public required RunIdentity Identity { get; init; }

    public required RunConfiguration Configuration { get; init; }

    /// <summary>Plan frozen with the run.</summary>
    public required ValidationPlan Plan { get; init; }

    public required ScoredRun Scored { get; init; }

    /// <summary>Calls to the candidate, also failed ones; not those that were cut off when the run was stopped.</summary>
    public required IReadOnlyList<Attempt> Calls { get; init; }

    /// <summary>SHA-256 of the reply structure that was sent, for each task the run has.</summary>
    public required IReadOnlyDictionary<CaseTask, string> ReplyStructures { get; init; }

    /// <summary>Versions and builds of the workbench that planned the run and made its calls.</summary>
    public required IReadOnlyList<string> Tools { get; init; }

    /// <summary>Why the run is no basis for judgement; empty where it is one.</summary>
    public required IReadOnlyList<string> InvalidReasons { get; init; }

    /// <summary>Model ids that the endpoint named in answers of the candidate, in ordinal order; null where it named none.</summary>
    public IReadOnlyList<string?> ServedModels => Distinct(call => call.ServedModel);

    /// <summary>Backends that the endpoint named in answers of the candidate.</summary>
    public IReadOnlyList<string?> SystemFingerprints => Distinct(call => call.SystemFingerprint);

    /// <summary>Endpoints and providers that answered, where the model has more than one or a router named them.</summary>
    public IReadOnlyList<string?> ServedBy => Distinct(call => call.ServedBy);

    /// <summary>Mean over the cases of a task of the share of repeats the candidate has right, in [0,1]; null without a case.</summary>
    public double? MeanScore(CaseTask task) =>
        Scored.Cases.Where(entry => entry.Task == task).Select(entry => (double?)CaseScores.ShareRight(Scored.Of(entry.Case.Id, ModelRole.Candidate))).Average();

    private List<string?> Distinct(Func<Attempt, string?> part) => [.. Calls.Where(call => call.Answered).Select(part).Distinct().Order(StringComparer.Ordinal)];
}
