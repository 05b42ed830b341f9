using System.Globalization;
using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets lists with hanging indents.</summary>
internal static class ListLayout
{
    private static TextStyle Label => Typography.ListLabel;

    public static IEnumerable<Piece> Bullets(BulletList list) => Items(list.Items, ListNumbering.Disc, _ => "•", _ => "–");

    public static IEnumerable<Piece> Numbers(NumberedList list) =>
        Items(list.Items, ListNumbering.Decimal, i => string.Create(CultureInfo.InvariantCulture, $"{i + 1}."), i => $"{Letter(i)})");

    private static IEnumerable<Piece> Items(IReadOnlyList<ListItem> items, ListNumbering numbering, Func<int, string> label, Func<int, string> nestedLabel)
    {
        Element list = new(ElementType.L) { Numbering = numbering };
        int indent = Indent(items.Count, label);
        for (int i = 0; i < items.Count; i++)
        {
            IReadOnlyList<ListItem> nested = items[i].Nested;
            bool last = i == items.Count - 1;
            Element entry = new(ElementType.LI, list);
            (Element name, Element body) = (new Element(ElementType.Lbl, entry), new Element(ElementType.LBody, entry));
            IEnumerable<Piece> own = Item(items[i], label(i), 0, indent, last && nested.Count == 0, name, body);
            foreach (Piece piece in own.Concat(Nested(nested, body, numbering, nestedLabel, indent, last)))
            {
                yield return piece;
            }
        }
    }

    private static IEnumerable<Piece> Nested(
        IReadOnlyList<ListItem> items, Element parent, ListNumbering outer, Func<int, string> label, int left, bool last)
    {
        if (items.Count == 0)
        {
            yield break;
        }

        Element list = new(ElementType.L, parent) { Numbering = outer == ListNumbering.Decimal ? ListNumbering.LowerAlpha : outer };
        int indent = left + Indent(items.Count, label);
        for (int i = 0; i < items.Count; i++)
        {
            Element entry = new(ElementType.LI, list);
            (Element name, Element body) = (new Element(ElementType.Lbl, entry), new Element(ElementType.LBody, entry));
            foreach (Piece piece in Item(items[i], label(i), left, indent, last && i == items.Count - 1, name, body))
            {
                yield return piece;
            }
        }
    }

    private static IEnumerable<Piece> Item(ListItem item, string label, int left, int indent, bool last, Element name, Element body)
    {
        TextMark mark = new(left, Label.Baseline, label, Label) { Owner = name };
        return TextPieces.Of(TextPieces.Styled(item.Runs), last ? Spacing.Paragraph : Spacing.Item, body, indent)
            .Select((piece, i) => i == 0 ? piece with { Marks = [mark, .. piece.Marks] } : piece);
    }

    private static int Indent(int count, Func<int, string> label) =>
        Math.Max(Spacing.Indent, Enumerable.Range(0, count).Select(i => MeasuredText.WidthOf(label(i), Label)).DefaultIfEmpty().Max() + Spacing.AfterLabel);

    private static string Letter(int index) => index < 26 ? ((char)('a' + index)).ToString() : Letter((index / 26) - 1) + Letter(index % 26);
}
