using System.Globalization;
using System.Text.RegularExpressions;
using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Files;

/// <summary>The documents that a run issues, in their order, as <c>documents.yaml</c> of the templates lists them.</summary>
public sealed partial record TemplateList
{
    /// <summary>The only value of <see cref="Format"/> that this version reads.</summary>
    public const string CurrentFormat = "validation-workbench/templates/1";

    public required string Format { get; init; }

    public required IReadOnlyList<DocumentKind> Documents { get; init; }

    internal void Check(YamlSource source)
    {
        if (Format != CurrentFormat)
        {
            source.Add("format", $"found \"{Format}\"; this version reads \"{CurrentFormat}\".");
        }

        if (Documents.Count == 0)
        {
            source.Add("documents", "names no document.");
        }

        for (var i = 0; i < Documents.Count; i++)
        {
            var name = Documents[i].Name;
            var path = string.Create(CultureInfo.InvariantCulture, $"documents[{i}].name");
            if (!NamePattern().IsMatch(name))
            {
                source.Add(path, $"found \"{name}\"; a name in kebab case is needed, which is that of the template file.");
            }
            else if (Documents.Take(i).Any(other => other.Name == name))
            {
                source.Add(path, $"\"{name}\" is listed twice.");
            }
        }
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex NamePattern();
}
