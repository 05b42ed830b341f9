using ValidationWorkbench.Pdf.Layout;
using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Tests.Pdf;

/// <summary>Finds page breaks in bad places.</summary>
internal static class PageBreaks
{
    // A row of a few lines.
    private const int Tall = 60_000;

    public static IEnumerable<string> Faults(LaidOut printed)
    {
        LaidOutPage[] pages = [.. printed.BodyPages];
        for (int i = 0; i + 1 < pages.Length; i++)
        {
            Element[] here = Owners(pages[i]), next = Owners(pages[i + 1]);
            if (here.Length > 0 && here[^1].Block.IsHeading)
            {
                yield return $"page {i + 1} of the body ends with a heading";
            }

            foreach (Element element in here.Intersect(next).Where(element => element.Type is ElementType.P or ElementType.LBody or ElementType.TD))
            {
                // What goes on on a third page fills the second one.
                bool ends = i + 2 >= pages.Length || !Owners(pages[i + 2]).Contains(element);
                if ((Lines(pages[i], element) < 2 && element.Type != ElementType.TD) || (ends && Lines(pages[i + 1], element) < 2 && IsLongest(pages[i + 1], element)))
                {
                    yield return $"a {element.Type} has a line alone on page {i + 1} or {i + 2} of the body";
                }
            }

            if (next.Length > 0 && Row(next[0]) is { } row && row == Rows(row)[^1] && IsShort(pages[i + 1], row) && here.Select(Row).OfType<Element>().LastOrDefault() is { } before
                && before != row && before.Block == row.Block && Rows(row).Length > 1 && IsShort(pages[i], before))
            {
                yield return $"page {i + 2} of the body begins with the last row of a table";
            }
        }
    }

    private static Element[] Owners(LaidOutPage page) => [.. page.Body.OfType<TextMark>().Select(mark => mark.Owner).OfType<Element>().Distinct()];

    private static int Lines(LaidOutPage page, Element element) => page.Body.OfType<TextMark>().Where(mark => mark.Owner == element).Select(mark => mark.Y).Distinct().Count();

    // Of the cells of a row that goes on, the longest one decides where it is divided.
    private static bool IsLongest(LaidOutPage page, Element element) =>
        element.Type != ElementType.TD || element.Parent!.Children.All(cell => Lines(page, cell) <= Lines(page, element));

    private static Element? Row(Element element) => element.Type == ElementType.TR ? element : element.Parent is null ? null : Row(element.Parent);

    private static Element[] Rows(Element row) => [.. row.Parent!.Children.Where(child => child.Type == ElementType.TR)];

    private static bool IsShort(LaidOutPage page, Element row)
    {
        int[] baselines = [.. page.Body.OfType<TextMark>().Where(mark => mark.Owner is Element cell && cell.Parent == row).Select(mark => mark.Y)];
        return baselines.Length == 0 || baselines.Max() - baselines.Min() < Tall;
    }
}
