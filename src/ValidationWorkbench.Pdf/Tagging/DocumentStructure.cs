using ValidationWorkbench.Pdf.Layout;

namespace ValidationWorkbench.Pdf.Tagging;

/// <summary>Gathers the blocks that were laid out under one root, in reading order, with a section for every heading.</summary>
internal static class DocumentStructure
{
    /// <summary>
    /// The root. A level that a document skips is no level for readers: the first heading is an H1, and none is more than one level below the one above it
    /// (ISO 14289-1, 7.4.2).
    /// </summary>
    public static Element Of(IEnumerable<Page> pages)
    {
        Element document = new(ElementType.Document);
        Stack<(Element Section, int Level)> open = [];
        IEnumerable<Element> blocks = pages.SelectMany(page => page.Marks).Select(mark => mark.Owner).OfType<Element>().Distinct().Select(element => element.Root);
        foreach (Element block in blocks.Distinct().ToList())
        {
            if (block.IsHeading)
            {
                Open(block, document, open);
            }

            (open.Count == 0 ? document : open.Peek().Section).Adopt(block);
        }

        return document;
    }

    private static void Open(Element heading, Element document, Stack<(Element Section, int Level)> open)
    {
        while (open.Count > 0 && open.Peek().Level >= heading.Level)
        {
            open.Pop();
        }

        open.Push((new Element(ElementType.Sect, open.Count == 0 ? document : open.Peek().Section), heading.Level));
        heading.Level = open.Count;
    }
}
