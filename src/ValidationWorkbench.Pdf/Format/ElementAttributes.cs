using ValidationWorkbench.Pdf.Layout;
using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>The entries of an element that say more than its type: attributes (ISO 32000-1, 14.8.5) and replacement text (14.9.3).</summary>
internal static class ElementAttributes
{
    /// <param name="element">The element.</param>
    /// <param name="page">The page it has content on; null for none.</param>
    public static string Of(Element element, Page? page)
    {
        string scope = element.Scope is { } of ? $" /Scope /{of}" : "";
        string columns = element.Columns > 1 ? FormattableString.Invariant($" /ColSpan {element.Columns}") : "";
        string cell = scope.Length + columns.Length > 0 ? $" /A << /O /Table{scope}{columns} >>" : "";
        string numbering = element.Numbering is { } labels ? $" /A << /O /List /ListNumbering /{labels} >>" : "";
        string alternative = element.Alternative is { } text ? $" /Alt {PdfText.Unicode(text)}" : "";
        string place = element.Type == ElementType.Figure && page is not null ? $" /A << /O /Layout /Placement /Block /BBox [{Box(element, page)}] >>" : "";
        return cell + numbering + alternative + place;
    }

    private static string Box(Element figure, Page page)
    {
        Bounds box = page.Marks.Where(mark => mark.Owner == figure).Select(mark => mark.Bounds).Aggregate((all, next) => all.With(next));
        return $"{Points.Text(box.Left)} {Points.FromTop(box.Bottom)} {Points.Text(box.Right)} {Points.FromTop(box.Top)}";
    }
}
