using System.Globalization;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets lists with hanging indents.</summary>
internal static class ListLayout
{
    private static TextStyle Label => Typography.ListLabel;

    public static IEnumerable<Piece> Bullets(BulletList list) => Items(list.Items, _ => "•", _ => "–");

    public static IEnumerable<Piece> Numbers(NumberedList list) => Items(list.Items, i => string.Create(CultureInfo.InvariantCulture, $"{i + 1}."), i => $"{Letter(i)})");

    private static IEnumerable<Piece> Items(IReadOnlyList<ListItem> items, Func<int, string> label, Func<int, string> nestedLabel)
    {
        int indent = Indent(items.Count, label);
        for (int i = 0; i < items.Count; i++)
        {
            IReadOnlyList<ListItem> nested = items[i].Nested;
            bool last = i == items.Count - 1;
            IEnumerable<Piece> own = Item(items[i], label(i), 0, indent, last && nested.Count == 0);
            IEnumerable<Piece> below = nested.SelectMany((item, k) =>
                Item(item, nestedLabel(k), indent, indent + Indent(nested.Count, nestedLabel), last && k == nested.Count - 1));
            foreach (Piece piece in own.Concat(below))
            {
                yield return piece;
            }
        }
    }

    private static IEnumerable<Piece> Item(ListItem item, string label, int left, int indent, bool last)
    {
        TextMark mark = new(left, Label.Baseline, label, Label);
        return TextPieces.Of(TextPieces.Styled(item.Runs), last ? Spacing.Paragraph : Spacing.Item, indent)
            .Select((piece, i) => i == 0 ? piece with { Marks = [mark, .. piece.Marks] } : piece);
    }

    private static int Indent(int count, Func<int, string> label) =>
        Math.Max(Spacing.Indent, Enumerable.Range(0, count).Select(i => MeasuredText.WidthOf(label(i), Label)).DefaultIfEmpty().Max() + Spacing.AfterLabel);

    private static string Letter(int index) => index < 26 ? ((char)('a' + index)).ToString() : Letter((index / 26) - 1) + Letter(index % 26);
}
