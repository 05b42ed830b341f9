using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Files;

/// <summary>Markdown with Handlebars placeholders, loops and conditions. Values are put in as plain text.</summary>
internal sealed class TemplateText
{
    private static readonly IHandlebars Engine = Create();

    private readonly Lazy<HandlebarsTemplate<object, object>> template;

    public TemplateText(TextFile file)
    {
        File = file;
        template = new Lazy<HandlebarsTemplate<object, object>>(() => Engine.Compile(file.Text));
    }

    public TextFile File { get; }

    /// <summary>The Markdown for a tree of values.</summary>
    /// <exception cref="HandlebarsException">A name has no value.</exception>
    public string Fill(IReadOnlyDictionary<string, object> data) => template.Value(data);

    /// <summary>Faults with their lines: of the tags, and names that do not exist.</summary>
    public IReadOnlyList<InputFault> Faults()
    {
        List<InputFault> faults =
        [
            .. TemplateTags.Faults(File.Text).Select(fault => Fault(fault.Line, fault.Message)),
            .. TemplateTags.Blocks(File.Text).Where(block => !DocumentParts.Names.Contains(block.Name))
                .Select(block => Fault(block.Line, $"{{{{block \"{block.Name}\"}}}} is unknown; blocks: {string.Join(", ", DocumentParts.Names)}.")),
        ];
        return faults.Count > 0 ? faults : TryFill(isFull: true) is { } full ? [full] : TryFill(isFull: false) is { } empty ? [empty] : [];
    }

    /// <summary>Fills it with values that stand for all runs: with conditions that hold and lists that have items, and with the opposite.</summary>
    private InputFault? TryFill(bool isFull)
    {
        try
        {
            Fill(DocumentData.Sample(isFull));
            return null;
        }
        catch (HandlebarsUndefinedBindingException exception)
        {
            return Fault(TemplateTags.LineOf(File.Text, exception.Path), $"{{{{{exception.Path}}}}} is unknown here; names: {string.Join(", ", DocumentData.Names)}.");
        }
        catch (HandlebarsException exception)
        {
            return Fault(1, $"cannot be filled: {exception.Message}.");
        }
    }

    private InputFault Fault(int line, string message) => new(File.Name, line, 1, string.Empty, message);

    private static IHandlebars Create()
    {
        var engine = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true, TextEncoder = new MarkdownEscape() });
        engine.RegisterHelper("block", (writer, _, arguments) => writer.WriteSafeString($"\n\n![]({MarkdownTemplate.BlockScheme}{arguments[0]})\n\n"));
        return engine;
    }
}
