namespace ValidationWorkbench.Pdf.Layout;

/// <summary>The marks of one finished page, in drawing and reading order.</summary>
internal sealed class Page
{
    private readonly List<Mark> _marks = [];

    public Page(PageShape shape) => Shape = shape;

    public PageShape Shape { get; }

    public IReadOnlyList<Mark> Marks => _marks;

    public void Add(IEnumerable<Mark> marks) => _marks.AddRange(marks);
}
