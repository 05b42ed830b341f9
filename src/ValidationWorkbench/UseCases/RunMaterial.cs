using ValidationWorkbench.Audit;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Files;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>
/// What a run was frozen with, read back from the records alone: files on disk may have changed since. Its templates are read with it, so that an altered
/// one shows, and made ready only where documents are written: that takes longer than all else.
/// </summary>
internal sealed record RunMaterial(
    Run Run, RunConfiguration Configuration, ValidationPlan Plan, IReadOnlyDictionary<CaseTask, string> Prompts, IReadOnlyList<(CaseTask Task, TestCase Case)> Cases,
    IReadOnlyList<CaseSet> CaseSets, Lazy<TemplateSet> Templates)
{
    /// <exception cref="InputException">There is no such run.</exception>
    /// <exception cref="IntegrityException">Evidence of the run is missing or was altered.</exception>
    public static RunMaterial Load(RecordsFolder records, string runId)
    {
        var run = FindRun(records, runId);
        var configuration = ReadConfiguration(records, run);
        TextFile Read(FrozenFile file, long largest) => TextFile.Parse(file.Name, records.ReadEvidence(file.Sha256), largest);
        var plan = PlanFile.Parse(Read(configuration.Plan, TextFile.LargestSetting)).Plan.Under(configuration.Profile);
        var sets = configuration.CaseSets.Select(set => CaseSetFile.Parse(
            Read(set.File, TextFile.LargestCaseFile),
            name => Read(set.Documents.Single(document => document.Name == name), TextFile.LargestDocument),
            name => records.ReadEvidence(set.Documents.Single(document => document.Name == name).Sha256)).Set).ToList();
        var templates = configuration.Templates.Select(file => Read(file, TextFile.LargestSetting)).ToList();
        return new RunMaterial(
            run, configuration, plan,
            new Dictionary<CaseTask, string>
            {
                [CaseTask.Categorization] = Read(configuration.Prompts[0], TextFile.LargestSetting).Text,
                [CaseTask.OqGeneration] = Read(configuration.Prompts[1], TextFile.LargestSetting).Text,
            },
            [.. sets.SelectMany(set => set.Cases.Select(testCase => (set.Task, testCase)))],
            sets,
            new Lazy<TemplateSet>(() => TemplateSet.Parse(name => templates.Find(file => file.Name == name)
                ?? throw new IntegrityException($"run {runId}: its configuration names no template {name}."))));
    }

    /// <summary>The plan whose criteria were applied to a run, as it was kept.</summary>
    /// <exception cref="IntegrityException">It is missing or was altered.</exception>
    public static PlanFile ReadPlan(RecordsFolder records, AssessedRun assessed) => PlanFile.Parse(TextFile.Parse(
        assessed.Configuration.Plan.Sha256 == assessed.PlanSha256 ? assessed.Configuration.Plan.Name : $"plan {assessed.PlanSha256[..12]}",
        records.ReadEvidence(assessed.PlanSha256), TextFile.LargestSetting));

    /// <exception cref="IntegrityException">It is missing or was altered.</exception>
    public static RunConfiguration ReadConfiguration(RecordsFolder records, Run run) => CanonicalJson.Read<RunConfiguration>(records.ReadEvidence(run.ConfigurationSha256));

    /// <exception cref="InputException">There is no such run.</exception>
    public static Run FindRun(RecordsFolder records, string runId) => records.FindRun(runId)
        ?? throw new InputException(runId, $"is no run in {records.Folder}; `validate runs list` shows them.");
}
