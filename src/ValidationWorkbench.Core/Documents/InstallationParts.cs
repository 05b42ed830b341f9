using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks of the installation qualification: what was installed, by the records of the run.</summary>
internal static class InstallationParts
{
    private const string NotOnRecord = "not on record; to be filled in by the company";

    private static readonly ModelRole[] Roles = [ModelRole.Baseline, ModelRole.Candidate];

    public static IReadOnlyList<ContentPart> Inventory(DocumentFacts facts) =>
    [
        new FactsPart(
        [
            ("Workbench", Places(facts, record => record.Tool)),
            ("SQLite", Places(facts, record => record.Sqlite)),
            ("Host", Places(facts, record => record.Host)),
            ("Distance from UTC", Places(facts, record => $"{StatusWords.Number(record.OffsetMinutes)} minutes")),
            ("Operating system", Machines(facts, machine => machine.OperatingSystem)),
            (".NET runtime", Machines(facts, machine => machine.Runtime)),
            ("Processor architecture", Machines(facts, machine => machine.Architecture)),
            ("Package versions", "fixed by the lock files of the workbench's build; not on record of the run"),
            ("Model files, GPU, drivers", "of the endpoints: not on record; see the model and supplier dossier"),
        ]),
    ];

    /// <summary>Files that the plan pins beside those that were frozen with the run, and those that no plan pins.</summary>
    public static IReadOnlyList<ContentPart> Frozen(DocumentFacts facts) =>
    [
        new TablePart("Frozen files: expected is what the plan pins, actual is what the run was frozen with",
            [new("Kind", 1.7), new("File", 3.4), new("Expected SHA-256", 6), new("Actual SHA-256", 6)],
            [.. Pinned(facts).Select(file => (IReadOnlyList<string>)[file.Kind, file.Name, file.Expected ?? "not pinned by the plan", file.Actual]),
                ["plan", facts.Configuration.Plan.Name, "no pin: the plan itself is approved", facts.Configuration.Plan.Sha256],
                .. facts.Configuration.Templates.Select(file => (IReadOnlyList<string>)["template", file.Name, "not pinned by the plan",
                    file.Sha256])]),
    ];

    public static IReadOnlyList<ContentPart> Steps(DocumentFacts facts) => [ProtocolParts.Steps("Steps that the records answer", All(facts))];

    public static IReadOnlyList<ContentPart> People(DocumentFacts facts) =>
        ProtocolParts.People("Steps for people", "installation", StepsForPeople(facts));

    public static IReadOnlyList<ContentPart> Summary(DocumentFacts facts) =>
        [ProtocolParts.Totals(("By the records", All(facts).Select(step => step.Result)),
            ("By people", ProtocolParts.ResultsOf(StepsForPeople(facts))))];

    private static IReadOnlyList<QualificationStep> StepsForPeople(DocumentFacts facts) => facts.Plan.Qualification?.Installation ?? [];

    private static List<ProtocolStep> All(DocumentFacts facts)
    {
        var planned = facts.Trail.Of(AuditAction.RunPlanned).FirstOrDefault();
        List<ProtocolStep> steps = [Workbench(facts, planned)];
        steps.AddRange(Pinned(facts).Select(file => new ProtocolStep(string.Empty, $"Compare {file.Kind} {file.Name} with the plan.",
            file.Expected is { } hash ? $"SHA-256 {TrailParts.Short(hash)}" : "a hash that the plan pins",
            $"SHA-256 {TrailParts.Short(file.Actual)}{(file.Expected is null ? ", which the plan does not pin" : string.Empty)}",
            ProtocolParts.Of(file.Expected == file.Actual), TrailParts.Reference(planned), planned)));
        steps.AddRange(Roles.Select(role => Served(role, facts)));
        steps.Add(Clock(facts));
        steps.Add(SelfTest(facts));
        return [.. steps.Select((step, i) => step with { Id = $"IQ-{(i + 1).ToString("00", CultureInfo.InvariantCulture)}" })];
    }

    private static ProtocolStep Workbench(DocumentFacts facts, TrailEntry? planned)
    {
        var tools = Everything(facts).Select(entry => entry.Record.Tool).Distinct().ToList();
        return new(string.Empty, "Compare version and build of the workbench in the records.", "one version and build from planning to assessment",
            tools.Count == 0 ? NotOnRecord : string.Join("; ", tools),
                tools.Count == 0 ? ProtocolParts.NotExecuted : ProtocolParts.Of(tools.Count == 1),
            TrailParts.Reference(planned), planned);
    }

    private static ProtocolStep Served(ModelRole role, DocumentFacts facts)
    {
        var model = facts.Configuration.ModelOf(role);
        var builds = ServedBuild.All(facts.Attempts).Where(build => build.Role == role).ToList();
        var tally = facts.Trail.Calls.FirstOrDefault(calls => calls.Action == AuditAction.TrialFinished);
        var isRecorded = facts.Configuration.ReplayedFrom is not null
            || (role == ModelRole.Baseline && facts.Configuration.FrozenBaseline is not null);
        return new(string.Empty,
            $"Compare the name under which the endpoint of {model.DisplayName} answered{(isRecorded ? ", as recorded," : string.Empty)} with the one asked for.",
            string.Join(" or ", model.AcceptedModels.Prepend(model.Model)),
                builds.Count == 0 ? "no answer" : string.Join("; ", builds.Select(build => build.Describe())),
            builds.Count == 0 ? ProtocolParts.NotExecuted : ProtocolParts.Of(builds.TrueForAll(build => ServedModelRule.Accepts(model, build.Model))),
            TrailParts.Reference(tally), facts.Trail.Of(AuditAction.RunStarted).FirstOrDefault());
    }

    private static ProtocolStep Clock(DocumentFacts facts)
    {
        var remarks = facts.Trail.Of(AuditAction.ClockStepped).ToList();
        return new(string.Empty, "Read the remarks on the clock of the machine.", "no step of the clock since the run was planned",
            remarks.Count == 0 ? "none on record" : string.Join(" ",
                remarks.Select(entry => $"{TrailParts.Reference(entry)}: {entry.Record.Entry.Reason}")),
            facts.Trail.Entries.Count == 0 ? ProtocolParts.NotExecuted : ProtocolParts.Of(remarks.Count == 0),
            $"head {TrailParts.Short(facts.HeadHash)}", facts.Trail.Assessment);
    }

    private static ProtocolStep SelfTest(DocumentFacts facts) => facts.SelfTest is { } test
        ? new(string.Empty, "Check the statistical methods of the installation that assessed against their oracles.",
            "every oracle within its tolerance",
            $"{StatusWords.Number(test.Within)} of {StatusWords.Number(test.Oracles)} within tolerance; "
                + $"oracle file SHA-256 {TrailParts.Short(test.Sha256)}",
            ProtocolParts.Of(test.Within == test.Oracles), TrailParts.Reference(facts.Trail.Assessment), facts.Trail.Assessment)
        : new(string.Empty, "Check the statistical methods of the installation that assessed against their oracles.",
            "every oracle within its tolerance",
            "not on record", ProtocolParts.NotExecuted, "–", null);

    private static IEnumerable<(string Kind, string Name, string? Expected, string Actual)> Pinned(DocumentFacts facts)
    {
        var (plan, configuration) = (facts.Plan, facts.Configuration);
        foreach (var (file, pinned) in configuration.Prompts.Zip([plan.Prompts.Categorization, plan.Prompts.OqGeneration]))
        {
            yield return ("prompt", file.Name, pinned.Sha256, file.Sha256);
        }

        foreach (var set in configuration.CaseSets)
        {
            yield return ("case set", set.File.Name, set.Pinned ? set.Sha256 : null, set.Sha256);
        }

        if (configuration.FrozenBaseline is { } frozen)
        {
            yield return ("baseline recording", "recording.json", plan.FrozenBaseline?.Sha256, frozen.Sha256);
        }
    }

    private static IEnumerable<TrailEntry> Everything(DocumentFacts facts) =>
        facts.Trail.Assessment is { } assessment ? facts.Trail.Entries.Append(assessment) : facts.Trail.Entries;

    /// <summary>
    /// What the machines that executed the run tell of themselves, with the first record of each; records of earlier versions tell nothing, which is a gap.
    /// </summary>
    private static string Machines(DocumentFacts facts, Func<MachineFacts, string> value)
    {
        var executed = facts.Trail.Of(AuditAction.RunStarted, AuditAction.RunResumed)
            .Select(entry => (entry.Record.Sequence, Machine: MachineFacts.Read(entry.Record.Entry.After))).ToList();
        var silent = executed.Where(entry => entry.Machine is null).Select(entry => StatusWords.Number(entry.Sequence)).ToList();
        return executed.Count == 0 ? NotOnRecord : string.Join("; ",
            executed.Where(entry => entry.Machine is not null).GroupBy(entry => value(entry.Machine!))
                .Select(group => $"{group.Key} (from record {StatusWords.Number(group.First().Sequence)})")
                .Concat(silent.Count == 0 ? [] : [$"GAP: record {string.Join(", ", silent)} does not tell it; to be filled in by the company"]));
    }

    /// <summary>Each value with the first record that names it, so that a change within the run is seen.</summary>
    private static string Places(DocumentFacts facts, Func<AuditRecord, string> value) =>
        Everything(facts).GroupBy(entry => value(entry.Record))
            .Select(group => $"{group.Key} (from record {StatusWords.Number(group.First().Record.Sequence)})").ToList() is { Count: > 0 } places
            ? string.Join("; ", places) : NotOnRecord;
}
