using System.Text;
using ValidationWorkbench.Tests.Pdf.Objects;

namespace ValidationWorkbench.Tests.Pdf.Conformance;

/// <summary>The text of a file as its structure holds it: what a reader hears that cannot see pages and lines.</summary>
internal sealed class StructureText
{
    private readonly Dictionary<(int Page, int Id), StringBuilder> _content = [];

    public StructureText(ConformanceFile file)
    {
        foreach ((int number, PdfDictionary page) in file.Pages)
        {
            foreach (Operation operation in file.Operations(number))
            {
                if (operation.Around.Select(sequence => sequence.Id).FirstOrDefault(id => id is not null) is { } id)
                {
                    FontUse? font = file.FontUses.FirstOrDefault(use => use.Font == file.Font(page, operation.Font));
                    StringBuilder text = _content.TryGetValue((number, id), out StringBuilder? known) ? known : _content[(number, id)] = new StringBuilder();
                    text.AppendJoin("", FontUse.CodesOf(operation).Select(code => font!.Map[code]));
                }
            }
        }
    }

    /// <summary>All text of an element and those within it.</summary>
    public string Of(StructureElement element) =>
        string.Concat(element.Order.Select(part => part.Kid is { } kid ? Of(kid) : _content[part.Content].ToString()));
}
