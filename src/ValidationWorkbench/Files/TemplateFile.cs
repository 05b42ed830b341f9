using ValidationWorkbench.Assessment;
using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Files;

/// <summary>The template of one document.</summary>
/// <param name="File">The Markdown file.</param>
/// <param name="Template">What it says.</param>
public sealed record TemplateFile(TextFile File, DocumentTemplate Template)
{
    /// <summary>Reads the templates of all documents from <c>templates/</c> beside the plan, else those that ship with the workbench.</summary>
    /// <exception cref="InputException">One is missing or faulty.</exception>
    public static IReadOnlyList<TemplateFile> ReadAll(string planFolder)
    {
        var beside = Path.Combine(planFolder, "templates");
        var folder = Directory.Exists(beside) ? beside : Path.Combine(ShippedFiles.Folder, "templates");
        return [.. Enum.GetValues<DocumentKind>().Select(kind =>
            Parse(kind, TextFile.Read(Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(folder, NameOf(kind))), TextFile.LargestSetting)))];
    }

    /// <summary>Checks a template whose bytes were read elsewhere.</summary>
    /// <exception cref="InputException">It is faulty.</exception>
    public static TemplateFile Parse(DocumentKind kind, TextFile file)
    {
        var template = MarkdownTemplate.Read(kind, file);
        var unknown = DocumentComposer.UnknownNames(template);
        return unknown.Count == 0 ? new TemplateFile(file, template)
            : throw new InputException([.. unknown.Select(name => new InputFault(file.Name, name.Line, 1, string.Empty,
                $"unknown name {{{{{name.Name}}}}}; values: {string.Join(", ", DocumentValues.Names)}; blocks: {string.Join(", ", DocumentParts.Names.Select(part => $"block:{part}"))}."))]);
    }

    /// <summary>File name of a document's template.</summary>
    public static string NameOf(DocumentKind kind) => $"{CriterionWords.Kebab(kind)}.md";
}
