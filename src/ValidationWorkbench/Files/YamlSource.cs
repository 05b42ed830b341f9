using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ValidationWorkbench.Files;

/// <summary>
/// A YAML (or JSON) text bound to records, with the line and column of every value. Faults are collected, so that a reader gets all of
/// them at once.
/// </summary>
public sealed partial class YamlSource
{
    private readonly List<InputFault> faults = [];

    // A rule names a property by its capital; the names within a path, such as those of models, must be found and shown as they were written.
    private readonly Dictionary<string, (Mark Mark, string Path)> marks = new(StringComparer.OrdinalIgnoreCase);

    private YamlSource(string file) => File = file;

    /// <summary>File as the user named it.</summary>
    public string File { get; }

    /// <summary>Faults found so far, in the order of their lines.</summary>
    public IReadOnlyList<InputFault> Faults => [.. faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column)];

    /// <summary>Binds a text to a record. The value is usable only where <see cref="Faults"/> stays empty.</summary>
    /// <exception cref="InputException">The text is no YAML at all.</exception>
    public static (T Value, YamlSource Source) Read<T>(TextFile file)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(file);
        var source = new YamlSource(file.Name);
        var root = Parse(file);
        return ((T)new YamlBinder(source).Bind(root, typeof(T), string.Empty)!, source);
    }

    /// <summary>Notes a fault at a place of the structure, unless one stands there or above it already.</summary>
    public void Add(string path, string message)
    {
        var mark = MarkOf(path);
        path = marks.TryGetValue(path, out var known) ? known.Path : path;
        if (!faults.Exists(fault => fault.Path == path || path.StartsWith($"{fault.Path}.", StringComparison.Ordinal) || path.StartsWith($"{fault.Path}[", StringComparison.Ordinal)))
        {
            faults.Add(new InputFault(File, mark.Line, mark.Column, path, message));
        }
    }

    /// <summary>Throws all faults, if there are any.</summary>
    public void ThrowIfFaulty()
    {
        if (faults.Count > 0)
        {
            throw new InputException(Faults);
        }
    }

    internal void AddAt(YamlNode node, string path, string message) =>
        faults.Add(new InputFault(File, node.Start.Line, node.Start.Column, path, message));

    internal void Remember(string path, YamlNode node) => marks[path] = (node.Start, path);

    /// <summary>Place of a value, or of the nearest value around it.</summary>
    private Mark MarkOf(string path)
    {
        for (var place = path; ; place = place[..Math.Max(0, place.LastIndexOfAny(['.', '[']))])
        {
            if (marks.TryGetValue(place, out var known))
            {
                return known.Mark;
            }

            if (place.Length == 0)
            {
                return new Mark(0, 1, 1);
            }
        }
    }

    private static YamlNode Parse(TextFile file)
    {
        if (DeepNesting().IsMatch(file.Text))
        {
            throw new InputException(file.Name, "is not valid YAML: brackets are nested more than 100 deep.");
        }

        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(file.Text));
            return stream.Documents switch
            {
                [var document] => document.RootNode,
                [] => throw new InputException(file.Name, "holds no YAML document."),
                _ => throw new InputException(file.Name, "holds more than one YAML document; one is allowed."),
            };
        }
        catch (InvalidOperationException exception)
        {
            throw new InputException(file.Name, $"is not valid YAML: {exception.Message} Is a bracket, brace or quote left open?");
        }
        catch (YamlException exception)
        {
            throw new InputException([new InputFault(file.Name, exception.Start.Line, exception.Start.Column, string.Empty, $"is not valid YAML: {exception.Message}")]);
        }
    }

    [GeneratedRegex(@"(?:[\[{]\s*){100}")]
    private static partial Regex DeepNesting();
}
