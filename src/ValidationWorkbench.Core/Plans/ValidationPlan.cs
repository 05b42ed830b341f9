using ValidationWorkbench.Models;

namespace ValidationWorkbench.Plans;

/// <summary>
/// What was agreed beforehand: context of use, models, case sets, criteria, repeats and methods. It is frozen by the SHA-256 of
/// its file before any call is made.
/// </summary>
public sealed record ValidationPlan
{
    /// <summary>The only value of <see cref="Format"/> that this version reads.</summary>
    public const string CurrentFormat = "validation-workbench/plan/1";

    public required string Format { get; init; }

    /// <summary>Plan id in the company's document system.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Version { get; init; }

    /// <summary>Company or site whose documents these are.</summary>
    public required string Organisation { get; init; }

    public required ContextOfUse ContextOfUse { get; init; }

    public required IReadOnlyList<ModelSpec> Models { get; init; }

    /// <summary>Name of the model in use today.</summary>
    public required string Baseline { get; init; }

    /// <summary>
    /// Recording that answers for the baseline, so that it outlives its provider: its folder, and the SHA-256 of its <c>recording.json</c>; null where the
    /// baseline is asked.
    /// </summary>
    public PinnedFile? FrozenBaseline { get; init; }

    /// <summary>Names of the models that may be run as candidate.</summary>
    public required IReadOnlyList<string> Candidates { get; init; }

    public required PromptFiles Prompts { get; init; }

    public required IReadOnlyList<PinnedFile> CaseSets { get; init; }

    /// <summary>Repeats k of each case and model: odd, 1-25. Fewer than three say nothing about reproducibility.</summary>
    public required int Repeats { get; init; }

    /// <summary>Seed of the order of calls and of the simulated model.</summary>
    public required long Seed { get; init; }

    public required Execution Execution { get; init; }

    public Budgets Budgets { get; init; } = new();

    /// <summary>Surroundings in which the models are asked, by name; one is chosen for a run.</summary>
    public IReadOnlyDictionary<string, DeploymentProfile> Profiles { get; init; } = new Dictionary<string, DeploymentProfile>();

    /// <summary>Profile of a run that names none; null for the plan as it stands.</summary>
    public string? DefaultProfile { get; init; }

    /// <summary>Endpoint for embeddings of OQ suites, which are shown and decide nothing; null for none.</summary>
    public EmbeddingsSpec? Embeddings { get; init; }

    /// <summary>Cases that are asked again one call at a time, for display; null for none.</summary>
    public SequentialCheck? SequentialCheck { get; init; }

    public required IReadOnlyList<Requirement> Requirements { get; init; }

    public required IReadOnlyList<AcceptanceCriterion> Criteria { get; init; }

    /// <summary>Functions that answer to the requirements; empty where the plan states none.</summary>
    public IReadOnlyList<SpecifiedFunction> Functions { get; init; } = [];

    /// <summary>The risk assessment; empty where the plan states none.</summary>
    public IReadOnlyList<AssessedRisk> Risks { get; init; } = [];

    /// <summary>Limits of drift checks after acceptance; null where the plan fixes none, so that defaults hold.</summary>
    public DriftPlan? Drift { get; init; }

    /// <summary>Numbers and versions of documents by their names, such as <c>validation-report</c>.</summary>
    public IReadOnlyDictionary<string, DocumentNumber> Documents { get; init; } = new Dictionary<string, DocumentNumber>();

    public required IReadOnlyList<Signatory> Signatories { get; init; }

    /// <summary>Certificate that signs issued PDF files; null where they are not signed.</summary>
    public SigningPlan? Signing { get; init; }

    /// <summary>Time until a release is reviewed again, in words such as "12 months"; null where it is still to be set.</summary>
    public string? ReviewInterval { get; init; }

    /// <summary>Steps of qualification for people; null where the plan states none.</summary>
    public QualificationPlan? Qualification { get; init; }

    /// <summary>What is known about models and suppliers, by the name of the model.</summary>
    public IReadOnlyDictionary<string, ModelDossier> Dossiers { get; init; } = new Dictionary<string, ModelDossier>();

    /// <summary>What measured cost is projected over; null for no projection.</summary>
    public CostPlan? Costs { get; init; }

    /// <summary>Migration and rollback; null where the plan states none.</summary>
    public MigrationPlan? Migration { get; init; }

    /// <summary>The plan with the changes of a profile; the plan itself for null.</summary>
    public ValidationPlan Under(string? profileName)
    {
        if (profileName is null)
        {
            return this;
        }

        var profile = Profiles[profileName];
        return this with
        {
            Models = [.. Models.Select(model => profile.Models.GetValueOrDefault(model.Name) is { } deployment ? deployment.Over(model) : model)],
            Execution = Execution with { Concurrency = profile.Execution?.Concurrency ?? Execution.Concurrency },
            Budgets = new Budgets
            {
                MaxTokens = profile.Budgets?.MaxTokens ?? Budgets.MaxTokens,
                MaxCost = profile.Budgets?.MaxCost ?? Budgets.MaxCost,
                MaxMinutes = profile.Budgets?.MaxMinutes ?? Budgets.MaxMinutes,
            },
        };
    }
}
