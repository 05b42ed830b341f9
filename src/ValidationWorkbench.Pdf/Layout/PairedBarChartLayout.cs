using System.Globalization;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets opposing counts row by row around a common middle, each count at the end of its bar.</summary>
internal sealed class PairedBarChartLayout
{
    private const int LabelWidth = 120_000;
    private const int NoteWidth = 86_000;
    private const int Gap = 10_000;
    private const int RoomForCount = 26_000;
    private const int BarHeight = 9_000;
    private const int RowHeight = 18_000;
    private const int NoteStart = Spacing.TextWidth - NoteWidth;
    private const int Middle = (LabelWidth + Gap + NoteStart - Gap) / 2;
    private const int Longest = Middle - LabelWidth - Gap - RoomForCount;

    private readonly PairedBarChart _chart;
    private readonly int _most;

    public PairedBarChartLayout(PairedBarChart chart)
    {
        _chart = chart;
        _most = chart.Rows.Select(row => Math.Max(row.Left, row.Right)).Append(1).Max();
    }

    private static TextStyle Text => Typography.TableText;

    private static TextStyle Title => Typography.ChartTitle;

    public IEnumerable<Piece> Pieces()
    {
        yield return Head() with { KeepWithNext = true };
        for (int i = 0; i < _chart.Rows.Count; i++)
        {
            bool last = i == _chart.Rows.Count - 1;
            yield return Row(_chart.Rows[i], last) with { KeepWithNext = !last, After = last ? Spacing.Block : 0 };
        }
    }

    private Piece Head()
    {
        int side = Middle - LabelWidth - Gap - Gap;
        IReadOnlyList<TextLine> left = LineBreaker.Lines(_chart.LeftTitle, Title, side);
        IReadOnlyList<TextLine> right = LineBreaker.Lines(_chart.RightTitle, Title, side);
        IReadOnlyList<TextLine> note = LineBreaker.Lines(_chart.NoteTitle, Title, NoteWidth);
        int height = (Math.Max(left.Count, Math.Max(right.Count, note.Count)) * Title.Leading) + 4_000;
        return new Piece(
            height,
            [
                .. Lettering.Block(left, Title, Middle - Gap - side, 0, side, Alignment.Right),
                .. Lettering.Block(right, Title, Middle + Gap, 0, side, Alignment.Left),
                .. _chart.NoteTitle.Length == 0 ? [] : Lettering.Block(note, Title, NoteStart, 0, NoteWidth, Alignment.Right),
                new LineMark(0, height, Spacing.TextWidth, 0, Spacing.HairLine, Ink.StrongRule),
            ]);
    }

    private Piece Row(PairedBar row, bool last)
    {
        IReadOnlyList<TextLine> label = LineBreaker.Lines(row.Label, Text, LabelWidth);
        IReadOnlyList<TextLine> note = LineBreaker.Lines(row.Note, Text, NoteWidth);
        int height = Math.Max(RowHeight, (Math.Max(label.Count, note.Count) * Text.Leading) + 6_000);
        int middle = height / 2;
        return new Piece(
            height,
            [
                .. Lettering.Block(label, Text, 0, middle - (label.Count * Text.Leading / 2), LabelWidth, Alignment.Left),
                .. Bars(row, middle),
                new LineMark(Middle, 0, 0, height, Spacing.MediumLine, Ink.StrongRule),
                .. row.Note.Length == 0 ? [] : Lettering.Block(note, Text, NoteStart, middle - (note.Count * Text.Leading / 2), NoteWidth, Alignment.Right),
                new LineMark(0, height, Spacing.TextWidth, 0, Spacing.HairLine, last ? Ink.StrongRule : Ink.Rule),
            ]);
    }

    private IEnumerable<Mark> Bars(PairedBar row, int middle)
    {
        (int left, int right) = (Length(row.Left), Length(row.Right));
        int top = middle - (BarHeight / 2);
        return
        [
            .. left == 0 ? [] : new[] { new BoxMark(Middle - left, top, left, BarHeight, Ink.Paper, Ink.Accent, 1_000) },
            .. right == 0 ? [] : new[] { new BoxMark(Middle, top, right, BarHeight, Ink.Accent, Ink.Accent, 1_000) },
            Lettering.Beside(Middle - left - 5_000, middle, row.Left.ToString(CultureInfo.InvariantCulture), Text.Bold, Alignment.Right),
            Lettering.Beside(Middle + right + 5_000, middle, row.Right.ToString(CultureInfo.InvariantCulture), Text.Bold),
        ];
    }

    private int Length(int count) => count == 0 ? 0 : Math.Max(1_500, (int)((long)Longest * count / _most));
}
