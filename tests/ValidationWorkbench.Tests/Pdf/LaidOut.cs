using ValidationWorkbench.Pdf;
using ValidationWorkbench.Pdf.Layout;

namespace ValidationWorkbench.Tests.Pdf;

/// <summary>A document laid out and not yet written: its pages as they are seen.</summary>
internal sealed class LaidOut
{
    private readonly int _front;

    public LaidOut(PdfDocument document)
    {
        DocumentLayout layout = new(document);
        Page[] body = [.. layout.Body()];
        Page[] pages = [.. layout.Front(), .. body];
        _front = pages.Length - body.Length;
        Pages = [.. pages.Select((page, i) => new LaidOutPage(page, layout.Frames.Of(page.Shape), i + 1, pages.Length))];
    }

    public IReadOnlyList<LaidOutPage> Pages { get; }

    /// <summary>The pages after cover and contents.</summary>
    public IEnumerable<LaidOutPage> BodyPages => Pages.Skip(_front);
}

/// <summary>A page with what surrounds its body.</summary>
internal sealed class LaidOutPage(Page page, PageFrame frame, int number, int count)
{
    public PageShape Shape => page.Shape;

    public PageFrame Frame => frame;

    /// <summary>The marks of the body.</summary>
    public IReadOnlyList<Mark> Body => page.Marks;

    /// <summary>All marks in drawing order.</summary>
    public IReadOnlyList<Mark> Marks { get; } = [.. frame.Before(number, count), .. page.Marks, .. frame.After(number, count)];
}
