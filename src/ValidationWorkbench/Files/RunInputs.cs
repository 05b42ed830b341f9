using ValidationWorkbench.Cases;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Files;

/// <summary>All files of a run, read and checked together: plan, prompts, templates, case sets.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Prompts">Instructions by task.</param>
/// <param name="CaseSets">The sets, with whether the plan pins each.</param>
/// <param name="Templates">Document templates.</param>
public sealed record RunInputs(
    PlanFile Plan, IReadOnlyDictionary<CaseTask, TextFile> Prompts, IReadOnlyList<(CaseSetFile Set, bool Pinned)> CaseSets, TemplateSet Templates)
{
    /// <summary>All cases with their tasks, in the order of the sets.</summary>
    public IReadOnlyList<(CaseTask Task, TestCase Case)> Cases { get; } = [.. CaseSets.SelectMany(entry => entry.Set.Set.Cases.Select(testCase => (entry.Set.Set.Task, testCase)))];

    /// <summary>Pinned files of the plan's plugins, by their SHA-256.</summary>
    public IReadOnlyDictionary<string, byte[]> PluginFiles { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>Reads everything that a plan names; case paths given here replace those of the plan.</summary>
    /// <param name="planPath">The plan.</param>
    /// <param name="casePaths">Case files or folders in place of the plan's; empty for these.</param>
    /// <param name="profile">Deployment profile; null for the plan's default.</param>
    /// <exception cref="InputException">With every fault of every file.</exception>
    public static RunInputs Read(string planPath, IReadOnlyList<string> casePaths, string? profile = null)
    {
        ArgumentNullException.ThrowIfNull(casePaths);

        // Of the plan they need its folder alone, and with many documents they take as long as the plan.
        var readTemplates = Task.Run(() => TemplateSet.Read(PlanFile.FolderOf(planPath)));
        var plan = PlanFile.Read(planPath).Under(profile);
        var faults = new List<InputFault>();
        var prompts = new Dictionary<CaseTask, TextFile>();
        foreach (var (task, pinned) in new[] { (CaseTask.Categorization, plan.Plan.Prompts.Categorization), (CaseTask.OqGeneration, plan.Plan.Prompts.OqGeneration) })
        {
            Collect(faults, () => prompts[task] = ReadPinned(plan, pinned));
        }

        var sets = new List<(CaseSetFile, bool)>();
        if (casePaths.Count == 0)
        {
            plan.Plan.CaseSets.ToList().ForEach(pinned => Collect(faults, () => sets.Add((ReadPinnedSet(plan, pinned), true))));
        }
        else
        {
            CaseFolder.FilesOf(casePaths).ToList().ForEach(path => Collect(faults, () => sets.Add(WithPin(plan.Plan, CaseSetFile.Read(path)))));
        }

        faults.AddRange(RepeatedCases(sets.Select(entry => entry.Item1)));
        TemplateSet? templates = null;
        Collect(faults, () => templates = readTemplates.GetAwaiter().GetResult());
        IReadOnlyDictionary<string, byte[]> plugins = new Dictionary<string, byte[]>();
        Collect(faults, () => plugins = Files.PluginFiles.Read(plan, plan.Plan.Models));
        return faults.Count == 0 ? new RunInputs(plan, prompts, sets, templates!) { PluginFiles = plugins } : throw new InputException(faults);
    }

    /// <summary>
    /// Case ids must be unique over all sets of a run, since they name trials, and so must the texts of a task: n counts independent cases, and the same
    /// document twice is one.
    /// </summary>
    public static IEnumerable<InputFault> RepeatedCases(IEnumerable<CaseSetFile> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        var texts = new Dictionary<(CaseTask Task, string Text), string>();
        foreach (var set in sets)
        {
            foreach (var testCase in set.Set.Cases)
            {
                if (!owners.TryAdd(testCase.Id, set.File.Name))
                {
                    yield return Fault(set, $"case id \"{testCase.Id}\" stands in {owners[testCase.Id]} as well; each case id must be unique within a run.");
                }
                else if (!texts.TryAdd((set.Set.Task, Words(testCase)), testCase.Id))
                {
                    yield return Fault(set, $"case \"{testCase.Id}\" has the same text as case \"{texts[(set.Set.Task, Words(testCase))]}\"; each case must be another document, since n counts independent cases.");
                }
            }
        }
    }

    private static InputFault Fault(CaseSetFile set, string message) => new(set.File.Name, 0, 0, string.Empty, message);

    /// <summary>The question of a case without its spacing and letter case: text, requirements where they stand beside it, and images.</summary>
    private static string Words(TestCase testCase) => string.Join(
        ' ', $"{testCase.Text} {string.Join(' ', testCase.Requirements.Select(requirement => requirement.Text))} {string.Join(' ', testCase.Pictures.Select(image => Sha256Hex.Of(image.Bytes)))}".ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static TextFile ReadPinned(PlanFile plan, PinnedFile pinned)
    {
        var file = TextFile.Read(Resolve(plan, pinned), TextFile.LargestSetting);
        return CheckPin(plan, pinned, Sha256Hex.Of(file.Bytes), file);
    }

    private static CaseSetFile ReadPinnedSet(PlanFile plan, PinnedFile pinned)
    {
        var set = CaseSetFile.Read(Resolve(plan, pinned));
        return CheckPin(plan, pinned, set.Sha256, set);
    }

    private static T CheckPin<T>(PlanFile plan, PinnedFile pinned, string found, T value) =>
        found == pinned.Sha256 ? value : throw new InputException(pinned.Path,
            $"has SHA-256 {found}; the plan {plan.File.Name} pins {pinned.Sha256}. Restore the pinned file, or issue a new version of the plan with the new hash.");

    private static (CaseSetFile Set, bool Pinned) WithPin(ValidationPlan plan, CaseSetFile set) =>
        (set, plan.CaseSets.Any(pinned => pinned.Sha256 == set.Sha256));

    private static string Resolve(PlanFile plan, PinnedFile pinned) => Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(plan.Folder, pinned.Path));

    private static void Collect(List<InputFault> faults, Action read)
    {
        try
        {
            read();
        }
        catch (InputException exception)
        {
            faults.AddRange(exception.Faults);
        }
    }
}
