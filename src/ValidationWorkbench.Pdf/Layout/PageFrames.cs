namespace ValidationWorkbench.Pdf.Layout;

/// <summary>The surroundings of the body for each shape of page.</summary>
internal sealed class PageFrames
{
    public PageFrames(PdfDocument document)
    {
        Portrait = new PageFrame(document, PageShape.Portrait.On(document.Paper));
        Landscape = new PageFrame(document, PageShape.Landscape.On(document.Paper));
    }

    public PageFrame Portrait { get; }

    public PageFrame Landscape { get; }

    public PageFrame Of(PageShape shape) => shape == PageShape.Landscape ? Landscape : Portrait;
}
