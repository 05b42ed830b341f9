using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Files;

/// <summary>A validation plan with the file it came from.</summary>
/// <param name="File">The file.</param>
/// <param name="Plan">The plan; it has passed every check.</param>
/// <param name="Sha256">Hash of the file's bytes: the plan's identity.</param>
public sealed record PlanFile(TextFile File, ValidationPlan Plan, string Sha256)
{
    private static readonly PlanValidator Validator = new();

    /// <summary>Folder that relative paths of the plan start from.</summary>
    public string Folder => FolderOf(File.Name);

    /// <summary>The folder that relative paths of a plan at this path start from.</summary>
    public static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

    /// <summary>The plan under a profile; under its own default for null.</summary>
    /// <exception cref="InputException">The plan has no such profile.</exception>
    public PlanFile Under(string? profile) => profile is not null && !Plan.Profiles.ContainsKey(profile)
        ? throw new InputException("--profile", $"found \"{profile}\"; {ProfileRules.Allowed(Plan)}.")
        : this with { Plan = Plan.Under(profile ?? Plan.DefaultProfile) };

    /// <summary>Reads and checks a plan.</summary>
    /// <exception cref="InputException">With every fault found.</exception>
    public static PlanFile Read(string path) => Parse(TextFile.Read(path, TextFile.LargestSetting));

    /// <summary>Checks a plan whose bytes were read elsewhere.</summary>
    /// <exception cref="InputException">With every fault found.</exception>
    public static PlanFile Parse(TextFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (plan, source) = YamlSource.Read<ValidationPlan>(file);
        RuleFaults.Add(source, Validator.Validate(plan));
        source.ThrowIfFaulty();
        return new PlanFile(file, plan, Sha256Hex.Of(file.Bytes));
    }
}
