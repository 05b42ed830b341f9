using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Files;

/// <summary>The folder <c>templates/</c>: the list of documents, their templates and how they look.</summary>
/// <param name="ListFile">The list, <c>documents.yaml</c>.</param>
/// <param name="Templates">Templates in the order of the list.</param>
/// <param name="LookFile">Colours and page, <c>style.yaml</c>.</param>
/// <param name="Style">What it holds.</param>
public sealed record TemplateSet(TextFile ListFile, IReadOnlyList<TemplateFile> Templates, TextFile LookFile, DocumentStyle Style)
{
    private const string ListName = "documents.yaml";

    /// <summary>Every file, the list first.</summary>
    public IReadOnlyList<TextFile> Files => [ListFile, .. Templates.Select(template => template.File), LookFile];

    /// <summary>Reads the templates beside the plan, else those that ship with the workbench.</summary>
    /// <exception cref="InputException">With the faults of all files.</exception>
    public static TemplateSet Read(string planFolder)
    {
        var beside = Path.Combine(planFolder, "templates");
        var folder = Directory.Exists(beside) ? beside : Path.Combine(ShippedFiles.Folder, "templates");
        return Parse(name => TextFile.Read(Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(folder, name)), TextFile.LargestSetting));
    }

    /// <summary>Checks templates whose bytes were read elsewhere.</summary>
    /// <param name="read">Gives a file by its name within the folder.</param>
    /// <exception cref="InputException">With the faults of all files.</exception>
    public static TemplateSet Parse(Func<string, TextFile> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var list = read(ListName);
        var (documents, source) = YamlSource.Read<TemplateList>(list);
        documents.Check(source);
        source.ThrowIfFaulty();
        var faults = new List<InputFault>();
        var templates = new List<TemplateFile>();
        foreach (var kind in documents.Documents)
        {
            Collect(() => templates.Add(TemplateFile.Parse(kind, read($"{kind.Name}.md"))));
        }

        (TextFile File, DocumentStyle Style)? look = null;
        Collect(() => look = Look(read(StyleFile.Name)));
        return faults.Count == 0 && look is (var file, var style) ? new TemplateSet(list, templates, file, style) : throw new InputException(faults);

        void Collect(Action check)
        {
            try
            {
                check();
            }
            catch (InputException exception)
            {
                faults.AddRange(exception.Faults);
            }
        }
    }

    private static (TextFile File, DocumentStyle Style) Look(TextFile file) => (file, StyleFile.Parse(file));
}
