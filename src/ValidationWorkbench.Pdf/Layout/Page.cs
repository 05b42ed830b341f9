namespace ValidationWorkbench.Pdf.Layout;

/// <summary>The marks of the body of one page, in drawing and reading order.</summary>
internal sealed class Page
{
    private readonly List<Mark> _marks = [];

    public Page(PageShape shape) => Shape = shape;

    public PageShape Shape { get; }

    public IReadOnlyList<Mark> Marks => _marks;

    /// <summary>Adds marks, moved from the corner of their piece.</summary>
    public void Add(IReadOnlyList<Mark> marks, int x, int y)
    {
        foreach (Mark mark in marks)
        {
            _marks.Add(mark.Moved(x, y));
        }
    }
}
