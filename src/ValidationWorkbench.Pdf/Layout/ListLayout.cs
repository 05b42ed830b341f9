using System.Globalization;
using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets lists with hanging indents, level by level.</summary>
internal sealed class ListLayout
{
    private static readonly (ListNumbering Numbering, Func<int, string> Label)[] BulletLevels =
    [
        (ListNumbering.Disc, _ => "•"),
        (ListNumbering.Disc, _ => "–"),
        (ListNumbering.Circle, _ => "◦"),
        (ListNumbering.Disc, _ => "·"),
    ];

    private static readonly (ListNumbering Numbering, Func<int, string> Label)[] NumberLevels =
    [
        (ListNumbering.Decimal, i => string.Create(CultureInfo.InvariantCulture, $"{i + 1}.")),
        (ListNumbering.LowerAlpha, i => $"{Letter(i)})"),
        (ListNumbering.LowerRoman, i => $"{Roman(i + 1)}."),
        (ListNumbering.UpperAlpha, i => $"{Letter(i).ToUpperInvariant()})"),
    ];

    private readonly (ListNumbering Numbering, Func<int, string> Label)[] _levels;

    private ListLayout((ListNumbering Numbering, Func<int, string> Label)[] levels) => _levels = levels;

    private static TextStyle Label => Typography.ListLabel;

    public static IEnumerable<Piece> Bullets(BulletList list) => Spaced([.. new ListLayout(BulletLevels).Items(list.Items, 0, 0, null)]);

    public static IEnumerable<Piece> Numbers(NumberedList list) => Spaced([.. new ListLayout(NumberLevels).Items(list.Items, 0, 0, null)]);

    private static IEnumerable<Piece> Spaced(Piece[] pieces) =>
        pieces.Select((piece, i) => i == pieces.Length - 1 ? piece with { After = Spacing.Paragraph } : piece);

    private IEnumerable<Piece> Items(IReadOnlyList<ListItem> items, int level, int left, Element? parent)
    {
        if (items.Count == 0)
        {
            yield break;
        }

        (ListNumbering numbering, Func<int, string> label) = _levels[level];
        Element list = new(ElementType.L, parent) { Numbering = numbering };
        int indent = left + Indent(items.Count, label);
        for (int i = 0; i < items.Count; i++)
        {
            Element entry = new(ElementType.LI, list);
            TextMark mark = new(left, Label.Baseline, label(i), Label) { Owner = new Element(ElementType.Lbl, entry) };
            Element body = new(ElementType.LBody, entry);
            IEnumerable<Piece> own = TextPieces.Of(TextPieces.Styled(items[i].Runs), Spacing.Item, body, indent)
                .Select((piece, line) => line == 0 ? piece with { Marks = [mark, .. piece.Marks] } : piece);
            foreach (Piece piece in own.Concat(Items(items[i].Nested, level + 1, indent, body)))
            {
                yield return piece;
            }
        }
    }

    private static int Indent(int count, Func<int, string> label) =>
        Math.Max(Spacing.Indent, Enumerable.Range(0, count).Select(i => MeasuredText.WidthOf(label(i), Label)).DefaultIfEmpty().Max() + Spacing.AfterLabel);

    private static string Letter(int index) => index < 26 ? ((char)('a' + index)).ToString() : Letter((index / 26) - 1) + Letter(index % 26);

    private static string Roman(int number)
    {
        string text = "";
        foreach ((int value, string sign) in ((int, string)[])[(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
            (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")])
        {
            for (; number >= value; number -= value)
            {
                text += sign;
            }
        }

        return text;
    }
}
