using System.Diagnostics;
using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets a figure: its caption, and the drawing below it.</summary>
internal static class FigureLayout
{
    public static IEnumerable<Piece> Pieces(Figure figure)
    {
        Element whole = new(ElementType.Div);
        if (figure.Caption is not null)
        {
            Piece caption = CaptionLayout.Piece(figure.Caption, Typography.Caption, Spacing.TextWidth, new Element(ElementType.Caption, whole));
            yield return caption with { Before = Spacing.Block, KeepWithNext = true };
        }

        Element element = new(ElementType.Figure, whole) { Alternative = figure.Alternative };
        foreach (Piece piece in Drawing(figure))
        {
            yield return piece with { Marks = [.. piece.Marks.OwnedBy(element)] };
        }
    }

    private static IEnumerable<Piece> Drawing(Figure figure) => figure switch
    {
        IntervalChart chart => new IntervalChartLayout(chart).Pieces(),
        MatrixChart chart => [new MatrixChartLayout(chart).Piece()],
        PairedBarChart chart => new PairedBarChartLayout(chart).Pieces(),
        StripChart chart => new StripChartLayout(chart).Pieces(),
        PlotChart chart => [new PlotChartLayout(chart).Piece()],
        _ => throw new UnreachableException($"No layout for a figure of type {figure.GetType().Name}."),
    };
}
