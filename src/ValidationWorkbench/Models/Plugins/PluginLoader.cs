using System.Reflection;
using Microsoft.Extensions.AI;

namespace ValidationWorkbench.Models;

/// <summary>Makes the client of a plugin from its pinned files.</summary>
internal static class PluginLoader
{
    private const string Factory = "Create";
    private const string Needed = "a public static IChatClient Create(IReadOnlyDictionary<string, string>) is needed, or a public constructor without parameters on a type that is an IChatClient";

    /// <param name="plugin">What the plan says.</param>
    /// <param name="settings">Settings of the plan, and the key where there is one.</param>
    /// <param name="readPinned">Bytes of a pinned file by its SHA-256.</param>
    /// <exception cref="InputException">It cannot be loaded, or holds no client.</exception>
    public static IChatClient Load(PluginSpec plugin, IReadOnlyDictionary<string, string> settings, Func<string, byte[]> readPinned)
    {
        try
        {
            var assembly = new PluginContext(plugin, readPinned).LoadPlugin();
            var type = assembly.GetType(plugin.Type)
                ?? throw new InputException(plugin.Assembly,
                    $"holds no type {plugin.Type}; its public types: {string.Join(", ", assembly.GetExportedTypes().Select(known => known.FullName))}.");
            return Create(type, settings) ?? throw new InputException(plugin.Assembly, $"{plugin.Type} makes no client: {Needed}.");
        }
        catch (BadImageFormatException)
        {
            throw new InputException(plugin.Assembly, "is no .NET assembly.");
        }
        catch (TargetInvocationException exception)
        {
            throw new InputException(plugin.Assembly, $"{plugin.Type} could not be made: {Explain(exception.InnerException!)}");
        }
        catch (Exception exception) when (exception is FileNotFoundException or FileLoadException or TypeLoadException)
        {
            throw new InputException(plugin.Assembly, $"{plugin.Type} could not be loaded: {Explain(exception)}");
        }
    }

    private static IChatClient? Create(Type type, IReadOnlyDictionary<string, string> settings)
    {
        var factory = type.GetMethod(Factory, BindingFlags.Public | BindingFlags.Static, [typeof(IReadOnlyDictionary<string, string>)]);
        return factory is not null && typeof(IChatClient).IsAssignableFrom(factory.ReturnType) ? (IChatClient?)factory.Invoke(null, [settings])
            : typeof(IChatClient).IsAssignableFrom(type) && !type.IsAbstract && type.GetConstructor([]) is { } constructor
                ? (IChatClient)constructor.Invoke([]) : null;
    }

    private static string Explain(Exception exception) => exception is FileNotFoundException { FileName: { } missing }
        ? $"it needs the assembly {missing.Split(',')[0]}, which the plan does not pin; add its file to the plugin's dependencies."
        : $"{exception.GetType().Name}: {exception.Message}";
}
