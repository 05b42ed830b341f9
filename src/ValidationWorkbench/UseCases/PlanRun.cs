using System.Globalization;
using FluentValidation;
using MediatR;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Files;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Freezes plan, cases, prompts and templates, and plans a run of them. No call is made.</summary>
public sealed record PlanRun : IRequest<PlannedRun>, IAudited
{
    public required Actor Actor { get; init; }

    public required string PlanPath { get; init; }

    /// <summary>Name of the candidate.</summary>
    public required string Model { get; init; }

    /// <summary>Name of another baseline than the plan's; null for the plan's.</summary>
    public string? Baseline { get; init; }

    /// <summary>Deployment profile of the plan; null for the plan's default.</summary>
    public string? Profile { get; init; }

    /// <summary>Case files or folders in place of the plan's.</summary>
    public IReadOnlyList<string> CasePaths { get; init; } = [];

    public int? Repeats { get; init; }

    public int? Concurrency { get; init; }

    public long? Seed { get; init; }

    /// <summary>Folder of a recording to answer from; null to ask the models.</summary>
    public string? ReplayFolder { get; init; }

    /// <summary>Why the run departs from its plan, in the user's words; null where it does not, or where <see cref="AskReason"/> finds out.</summary>
    public string? Reason { get; init; }

    /// <summary>Asks the user for the reason, given the question; null where nobody can be asked.</summary>
    public Func<string, string?>? AskReason { get; init; }

    /// <summary>The files of the run where <see cref="BeginReading"/> began to read them; null to read them when the run is planned.</summary>
    private Task<RunInputs>? Reading { get; init; }

    public string Subject => $"plan a run of {Model} by {PlanPath}";

    /// <summary>The same request, its files being read from now on while other things are made ready. What is wrong with them is said when the run is planned.</summary>
    public PlanRun BeginReading() => this with { Reading = Task.Run(Read) };

    /// <summary>The files of the run.</summary>
    /// <exception cref="InputException">With every fault of every file.</exception>
    internal Task<RunInputs> ReadAsync() => Reading ?? Task.FromResult(Read());

    private RunInputs Read() => RunInputs.Read(PlanPath, CasePaths, Profile);
}

/// <summary>A run that is ready to be executed.</summary>
/// <param name="RunId">Its id.</param>
/// <param name="Configuration">What it will do.</param>
/// <param name="Cases">Number of cases.</param>
/// <param name="Calls">Trials planned.</param>
/// <param name="Estimate">Tokens it will use, roughly: four characters a token, and as many tokens out as the task usually takes.</param>
/// <param name="EstimatedCost">Cost of these tokens; null where a model has no price.</param>
/// <param name="Demonstration">Why its outcome can be no more than a demonstration; empty where it may count.</param>
/// <param name="Impossible">Criteria that can never be GO with these counts, one line each: said before anything is spent.</param>
/// <param name="Notes">What was tolerated in the input files, and what may have been forgotten.</param>
public sealed record PlannedRun(
    string RunId, RunConfiguration Configuration, int Cases, int Calls, TokenUsage Estimate, decimal? EstimatedCost, IReadOnlyList<string> Demonstration,
    IReadOnlyList<string> Impossible, IReadOnlyList<string> Notes)
{
    /// <summary>Folder of the recording that answers for the baseline; null where the baseline is asked, or both are played.</summary>
    public string? BaselineFolder { get; init; }

    /// <summary>Cases that the candidate is asked again after the last trial, one call at a time, for display; 0 for none.</summary>
    public int SequentialCases { get; init; }

    /// <summary>Endpoint that will be asked for embeddings of the OQ suites; null for none.</summary>
    public EmbeddingsSpec? Embeddings { get; init; }
}

internal sealed class PlanRunValidator : AbstractValidator<PlanRun>
{
    public PlanRunValidator()
    {
        RuleFor(request => request.Model).NotEmpty().OverridePropertyName("--model").WithMessage("a model name is needed.");
        RuleFor(request => request.Repeats).Must(repeats => repeats is >= 1 and <= 25 && repeats % 2 == 1).When(request => request.Repeats is not null)
            .OverridePropertyName("--repeats").WithMessage("an odd number from 1 to 25 is needed.");
        RuleFor(request => request.Concurrency).InclusiveBetween(1, 1024).OverridePropertyName("--concurrency").WithMessage("a number from 1 to 1024 is needed.");
    }
}

internal sealed class PlanRunHandler(RecordsFolder records, ModelClients clients, TimeProvider timeProvider, Func<Guid> newId, PlanCertificate certificate)
    : IRequestHandler<PlanRun, PlannedRun>
{
    public async Task<PlannedRun> Handle(PlanRun request, CancellationToken cancellationToken)
    {
        var inputs = await request.ReadAsync().ConfigureAwait(false);
        certificate.Check(inputs.Plan);
        var evidence = new List<(string Name, EvidenceEntry Entry)>();
        var configuration = Freeze(request, inputs, evidence);
        var reason = ReasonFor(request, configuration.Deviations);
        byte[] ReadPinned(string sha256) => inputs.PluginFiles[sha256];
        evidence.AddRange(new[] { configuration.Baseline, configuration.Candidate }.SelectMany(model => model.Plugin?.Files ?? []).Distinct()
            .Select(file => ($"plugin {file.Path}", records.Keep(ReadPinned(file.Sha256)))));
        var recording = FreezeBaseline(request, inputs, evidence, configuration);
        configuration = configuration with { FrozenBaseline = recording?.Frozen };
        IReadOnlyList<string> tight = [];
        if (request.ReplayFolder is null)
        {
            CaseNeeds.Check(
                request.PlanPath, recording is null ? [configuration.Baseline, configuration.Candidate] : [configuration.Candidate], inputs.Cases);
            tight = PromptFit.Check(request.PlanPath, configuration, inputs);
        }

        // The configuration is written out while the endpoints answer.
        var frozen = configuration;
        var reached = request.ReplayFolder is null ? Task.Run(() => CheckReachableAsync(frozen, ReadPinned, cancellationToken), cancellationToken) : Task.CompletedTask;
        var cases = inputs.Cases;
        var configurationBytes = CanonicalJson.Write(frozen);
        await reached.ConfigureAwait(false);
        evidence.Add(("configuration", records.Keep(configurationBytes)));
        var now = timeProvider.GetUtcNow();
        var run = new Run
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"R{now.UtcDateTime:yyyyMMdd-HHmmss}-{newId().ToString("N")[..4]}"),
            PlannedMicros = Microseconds.Of(now),
            Candidate = configuration.Candidate.DisplayName,
            Baseline = configuration.Baseline.DisplayName,
            ConfigurationSha256 = Sha256Hex.Of(configurationBytes),
            Planned = cases.Count * configuration.Repeats * 2,
        };
        await records.AppendAsync(new RecordBatch(new AuditEntry
        {
            Actor = request.Actor,
            Action = AuditAction.RunPlanned,
            EntityType = "run",
            EntityId = run.Id,
            RunId = run.Id,
            ConfigurationSha256 = run.ConfigurationSha256,
            Reason = reason,
            After = RunFacts.Write(run, configurationBytes),
            Attachments = [.. evidence.Select(item => new AuditAttachment(item.Name, item.Entry.Length, item.Entry.Sha256))],
        })
        { NewRun = run, Evidence = [.. evidence.Select(item => item.Entry)] }).ConfigureAwait(false);
        var (estimate, cost) = CallEstimate.Of(configuration, inputs, cases);
        var embeddings = request.ReplayFolder is null && cases.Any(entry => entry.Task == CaseTask.OqGeneration) ? inputs.Plan.Plan.Embeddings : null;
        return new PlannedRun(run.Id, configuration, cases.Count, run.Planned, estimate, cost,
            DemonstrationRule.Reasons(configuration, [.. cases.Select(entry => entry.Case)], EvidenceNeeds.Shortcomings(inputs.Plan.Plan)),
            StudyDesign.Of(inputs.Plan.Plan.Criteria, cases, configuration.Repeats).Impossibilities,
                [.. tight, .. Notes(request, inputs), .. EmbeddingsNotes(embeddings), .. BudgetNotes(inputs.Plan.Plan.Budgets, estimate, cost)])
        {
            BaselineFolder = recording?.Folder,
            Embeddings = embeddings,
            SequentialCases = request.ReplayFolder is null ? SequentialRecords.Drawn(inputs.Plan.Plan.SequentialCheck, cases, configuration.Seed).Count : 0,
        };
    }

    private async Task CheckReachableAsync(RunConfiguration configuration, Func<string, byte[]> readPinned, CancellationToken cancellationToken)
    {
        if (configuration.FrozenBaseline is null)
        {
            await clients.CheckReachableAsync(configuration.Baseline, readPinned, cancellationToken).ConfigureAwait(false);
        }

        await clients.CheckReachableAsync(configuration.Candidate, readPinned, cancellationToken).ConfigureAwait(false);
    }

    private static string? ReasonFor(PlanRun request, IReadOnlyList<string> departures)
    {
        var change = $"a departure from the plan ({string.Join("; ", departures)})";
        return departures.Count > 0 ? GivenReason.Require(request.Reason ?? request.AskReason?.Invoke(change), change)
            : string.IsNullOrWhiteSpace(request.Reason) ? null : AuditText.Clean(request.Reason);
    }

    private RunConfiguration Freeze(PlanRun request, RunInputs inputs, List<(string Name, EvidenceEntry Entry)> evidence)
    {
        var plan = inputs.Plan.Plan;
        FrozenFile Keep(TextFile file, string name) => KeepBytes(file.Bytes, name);
        FrozenFile KeepBytes(byte[] bytes, string name)
        {
            var entry = records.Keep(bytes);
            evidence.Add((name, entry));
            return new FrozenFile(name, entry.Sha256);
        }

        return new RunConfiguration
        {
            PlanId = plan.Id,
            PlanVersion = plan.Version,
            Plan = Keep(inputs.Plan.File, Path.GetFileName(inputs.Plan.File.Name)),
            Prompts = [Keep(inputs.Prompts[CaseTask.Categorization], plan.Prompts.Categorization.Path), Keep(inputs.Prompts[CaseTask.OqGeneration], plan.Prompts.OqGeneration.Path)],
            CaseSets = [.. inputs.CaseSets.Select(entry => new FrozenCaseSet(
                Keep(entry.Set.File, Path.GetFileName(entry.Set.File.Name)),
                [.. entry.Set.Documents.Select(document => Keep(document, Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(entry.Set.File.Name))!, document.Name).Replace('\\', '/'))),
                    .. entry.Set.Images.Select(image => KeepBytes(image.Bytes, image.Name))],
                entry.Set.Sha256, entry.Pinned))],
            Templates = [.. inputs.Templates.Files.Select(file => Keep(file, Path.GetFileName(file.Name)))],
            Baseline = PlanModels.Named(plan, request.Baseline ?? plan.Baseline, "--baseline"),
            Candidate = Candidate(plan, request.Model, request.Baseline ?? plan.Baseline),
            Profile = request.Profile ?? plan.DefaultProfile,
            Repeats = request.Repeats ?? plan.Repeats,
            Seed = request.Seed ?? plan.Seed,
            Concurrency = request.Concurrency ?? plan.Execution.Concurrency,
            ReplayedFrom = request.ReplayFolder is { } folder ? Cassette.OpenForPlaying(folder).Sha256 : null,
            Deviations = [.. Deviations(request, inputs)],
        };
    }

    /// <summary>The recording that the plan pins, where it applies: another baseline is asked, and a played run has all its answers already.</summary>
    private BaselineRecording? FreezeBaseline(PlanRun request, RunInputs inputs, List<(string Name, EvidenceEntry Entry)> evidence,
        RunConfiguration configuration)
    {
        if (inputs.Plan.Plan.FrozenBaseline is null || request.ReplayFolder is not null || configuration.Baseline.Name != inputs.Plan.Plan.Baseline)
        {
            return null;
        }

        var recording = BaselineRecording.Check(inputs, configuration.Baseline, configuration.Repeats);
        evidence.Add(("baseline recording", records.Keep(recording.FactsBytes)));
        evidence.Add(("baseline index", records.Keep(recording.IndexBytes)));
        return recording;
    }

    private static ModelSpec Candidate(ValidationPlan plan, string name, string baseline)
    {
        var model = PlanModels.Named(plan, name, "--model");
        return plan.Candidates.Contains(name) ? name != baseline ? model
            : throw new InputException("--model", $"found \"{name}\", which is the baseline; a model is not compared with itself.")
            : throw new InputException("--model", $"found \"{name}\", which the plan does not name as a candidate; allowed: {string.Join(", ", plan.Candidates)}.");
    }

    private static IEnumerable<string> Deviations(PlanRun request, RunInputs inputs)
    {
        var plan = inputs.Plan.Plan;
        if (request.Baseline is { } baseline && baseline != plan.Baseline)
        {
            yield return $"baseline {baseline} instead of {plan.Baseline}";
        }

        if (request.Repeats is { } repeats && repeats != plan.Repeats)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{Figures.Count(repeats, "repeat")} instead of {plan.Repeats}");
        }

        if (request.Seed is { } seed && seed != plan.Seed)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"seed {seed} instead of {plan.Seed}");
        }

        foreach (var (set, _) in inputs.CaseSets.Where(entry => !entry.Pinned))
        {
            yield return $"case set {set.Set.Id}, which the plan does not pin";
        }

        if (request.CasePaths.Count > 0 && inputs.CaseSets.Count(entry => entry.Pinned) < plan.CaseSets.Count)
        {
            yield return "not every case set that the plan pins";
        }
    }

    /// <summary>A run goes on without embeddings, so that what is missing for them is only said.</summary>
    private IReadOnlyList<string> EmbeddingsNotes(EmbeddingsSpec? embeddings)
    {
        try
        {
            using var client = embeddings is null ? null : clients.CreateEmbeddings(embeddings);
            return [];
        }
        catch (InputException exception)
        {
            return [$"there will be no embeddings: {exception.Message}"];
        }
    }

    private static IEnumerable<string> BudgetNotes(Budgets budgets, TokenUsage estimate, decimal? cost)
    {
        if (estimate.Total > budgets.MaxTokens)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"the run will need about {estimate.Total} tokens, more than its budget of {budgets.MaxTokens}; it will stop before its end and can be resumed.");
        }

        if (cost > budgets.MaxCost)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"the run will cost about {cost:0.00}, more than its budget of {budgets.MaxCost}; it will stop before its end and can be resumed.");
        }
    }

    private static List<string> Notes(PlanRun request, RunInputs inputs) =>
    [
        .. inputs.Plan.File.Notes,
        .. inputs.CaseSets.SelectMany(entry => entry.Set.Notes),
        .. CaseFolder.UnnamedDocuments(request.CasePaths, inputs.CaseSets.Select(entry => entry.Set)).Select(file => $"{file}: no case names this document; it is not used."),
    ];
}
