using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets labelled facts as rows between hairlines, the label column as wide as its longest label within bounds.</summary>
internal static class KeyValuesLayout
{
    private const int Padding = 3_600;
    private const int NarrowestLabels = 100_000;
    private const int WidestLabels = 132_000;

    public static IEnumerable<Piece> Pieces(IReadOnlyList<KeyValue> rows, int highest, Element? parent = null)
    {
        if (rows.Count == 0)
        {
            yield break;
        }

        Element table = new(ElementType.Table, parent);
        int labels = rows.Max(row => MeasuredText.WidthOf(row.Label, Typography.Label)) + Spacing.Gutter;
        int left = Math.Clamp(labels, NarrowestLabels, WidestLabels);
        for (int i = 0; i < rows.Count; i++)
        {
            bool last = i == rows.Count - 1;
            foreach (Piece piece in Row(rows[i], left, highest, i == 0, new Element(ElementType.TR, table)))
            {
                yield return piece with
                {
                    Before = i == 0 ? Spacing.Item : 0,
                    After = last ? Spacing.Block : 0,
                    KeepWithNext = !last && (i == 0 || i == rows.Count - 2),
                    Repeat = i == 0 ? null : new Piece(0, [Rule(0)]),
                };
            }
        }
    }

    private static IEnumerable<Piece> Row(KeyValue row, int left, int highest, bool first, Element line)
    {
        Element label = new(ElementType.TH, line) { Scope = HeaderScope.Row };
        TextStyle value = row.Code ? Typography.Code(Typography.Value) : Typography.Value;
        GridRow grid = new(
            [
                Cell(row.Label, Typography.Label, 0, left - Spacing.Gutter, label),
                Cell(row.Value, value, left, Spacing.TextWidth - left, new Element(ElementType.TD, line)),
            ],
            Padding);
        return grid.Pieces(highest, 0).Select(piece => Ruled(piece, first));
    }

    private static GridCell Cell(string text, TextStyle style, int x, int width, Element element) =>
        new(LineBreaker.Lines(text, style, width), style, x, width, Alignment.Left) { Element = element };

    private static Piece Ruled(Piece piece, bool first) => piece with { Marks = [.. piece.Marks, .. first ? [Rule(0)] : Array.Empty<Mark>(), Rule(piece.Height)] };

    private static LineMark Rule(int y) => new(0, y, Spacing.TextWidth, 0, Spacing.HairLine, Ink.Rule);
}
