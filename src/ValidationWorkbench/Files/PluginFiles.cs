using ValidationWorkbench.Models;

namespace ValidationWorkbench.Files;

/// <summary>Reads the pinned files of plugins.</summary>
internal static class PluginFiles
{
    /// <summary>Bytes of all files of the models' plugins, by their SHA-256.</summary>
    /// <exception cref="InputException">With every file that is missing or differs from its pin.</exception>
    public static IReadOnlyDictionary<string, byte[]> Read(PlanFile plan, IEnumerable<ModelSpec> models)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var faults = new List<InputFault>();
        foreach (var (path, sha256) in models.Where(model => model.Plugin is not null).SelectMany(model => model.Plugin!.Files).Distinct())
        {
            var file = Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(plan.Folder, path));
            var bytes = File.Exists(file) ? File.ReadAllBytes(file) : null;
            if (bytes is null)
            {
                faults.Add(new InputFault(file, 0, 0, string.Empty, $"does not exist; the plan {plan.File.Name} names it for a plugin."));
            }
            else if (Sha256Hex.Of(bytes) is var found && found != sha256)
            {
                faults.Add(new InputFault(file, 0, 0, string.Empty,
                    $"has SHA-256 {found}; the plan {plan.File.Name} pins {sha256}. Restore the pinned file, or issue a new version of the plan with the new hash."));
            }
            else
            {
                files[sha256] = bytes;
            }
        }

        return faults.Count == 0 ? files : throw new InputException(faults);
    }
}
