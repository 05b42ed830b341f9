using System.Reflection;
using System.Runtime.Loader;

namespace ValidationWorkbench.Models;

/// <summary>
/// Holds a plugin apart from the workbench and from other plugins. Besides its pinned files it sees .NET and the workbench's own assemblies, among them
/// the abstraction that it implements.
/// </summary>
internal sealed class PluginContext(PluginSpec plugin, Func<string, byte[]> readPinned) : AssemblyLoadContext($"plugin {plugin.Type}")
{
    /// <summary>The assembly of the plugin itself.</summary>
    public Assembly LoadPlugin() => LoadPinned(plugin.Sha256);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        plugin.Dependencies.FirstOrDefault(entry => Path.GetFileNameWithoutExtension(entry.Key) == assemblyName.Name).Value is { } sha256
            ? LoadPinned(sha256) : null;

    private Assembly LoadPinned(string sha256)
    {
        using var stream = new MemoryStream(readPinned(sha256));
        return LoadFromStream(stream);
    }
}
