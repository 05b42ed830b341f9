using ValidationWorkbench.Pdf.Layout;
using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>The entries of an element that say more than its type: attributes (ISO 32000-1, 14.8.5) and replacement text (14.9.3).</summary>
internal static class ElementAttributes
{
    /// <param name="element">The element.</param>
    /// <param name="box">The area of a figure on its page; null for all else.</param>
    public static string Of(Element element, Bounds? box)
    {
        string scope = element.Scope is { } of ? $" /Scope /{of}" : "";
        string columns = element.Columns > 1 ? FormattableString.Invariant($" /ColSpan {element.Columns}") : "";
        string cell = scope.Length + columns.Length > 0 ? $" /A << /O /Table{scope}{columns} >>" : "";
        string numbering = element.Numbering is { } labels ? $" /A << /O /List /ListNumbering /{labels} >>" : "";
        string alternative = element.Alternative is { } text ? $" /Alt {PdfText.Unicode(text)}" : "";
        string place = box is { } area ? $" /A << /O /Layout /Placement /Block /BBox [{Box(area)}] >>" : "";
        return cell + numbering + alternative + place;
    }

    private static string Box(Bounds area) =>
        $"{Points.Text(area.Left)} {Points.FromTop(area.Bottom)} {Points.Text(area.Right)} {Points.FromTop(area.Top)}";
}
