using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Files;

/// <summary>The template of one document, checked.</summary>
public sealed class TemplateFile
{
    private readonly TemplateText text;

    private TemplateFile(TemplateText text, DocumentKind kind) => (this.text, Kind) = (text, kind);

    /// <summary>The Markdown file.</summary>
    public TextFile File => text.File;

    /// <summary>Document it is for.</summary>
    public DocumentKind Kind { get; }

    /// <summary>Checks a template whose bytes were read elsewhere.</summary>
    /// <exception cref="InputException">It is faulty, names what does not exist, or lacks a mandatory section.</exception>
    public static TemplateFile Parse(DocumentKind kind, TextFile file)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(file);
        var text = new TemplateText(file);
        var (title, parts, faults) = MarkdownTemplate.Read(file.Name, TemplateTags.Neutral(file.Text));
        List<InputFault> all = [.. text.Faults(), .. faults, .. Missing(kind, file.Name, parts)];
        return all.Count == 0 ? new TemplateFile(text, kind.Titled(title!))
            : throw new InputException([.. all.OrderBy(fault => fault.Line)]);
    }

    /// <summary>The text of the document for a tree of values.</summary>
    /// <exception cref="InputException">A condition of the template leaves out a mandatory section.</exception>
    public DocumentText Fill(IReadOnlyDictionary<string, object> data)
    {
        var (_, parts, _) = MarkdownTemplate.Read(File.Name, text.Fill(data));
        var missing = Missing(Kind, File.Name, parts).ToList();
        return missing.Count == 0 ? new DocumentText(Kind, Sha256Hex.Of(File.Bytes), parts) : throw new InputException(missing);
    }

    private static IEnumerable<InputFault> Missing(DocumentKind kind, string file, IReadOnlyList<ContentPart> parts)
    {
        var ids = parts.OfType<HeadingPart>().Select(heading => heading.Id).ToHashSet(StringComparer.Ordinal);
        return kind.Mandatory.Where(id => !ids.Contains(id)).Select(id => new InputFault(file, 1, 1, string.Empty,
            $"the mandatory section \"{id}\" is missing; a heading with this text in kebab case, or with {{#{id}}} behind it, is needed."));
    }
}
