namespace ValidationWorkbench.Models;

/// <summary>A chat client in an assembly that the plan names and pins. Nothing is loaded from disk that is not pinned here.</summary>
public sealed record PluginSpec
{
    /// <summary>Path of the assembly relative to the plan's folder, with forward slashes.</summary>
    public required string Assembly { get; init; }

    /// <summary>SHA-256 of the assembly, 64 lower-case hex digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Full name of the type that is the client, or that makes it.</summary>
    public required string Type { get; init; }

    /// <summary>Handed over to the type. Never a secret: the plan is on record.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Further assemblies that it needs: SHA-256 by path, like <see cref="Assembly"/>.</summary>
    public IReadOnlyDictionary<string, string> Dependencies { get; init; } = new Dictionary<string, string>();

    /// <summary>All its files with their hashes, the assembly first.</summary>
    public IEnumerable<(string Path, string Sha256)> Files => Dependencies.Select(entry => (entry.Key, entry.Value)).Prepend((Assembly, Sha256));

    /// <summary>Type and hash, in one line.</summary>
    public string Describe() => $"{Type}, assembly SHA-256 {Sha256}";
}
