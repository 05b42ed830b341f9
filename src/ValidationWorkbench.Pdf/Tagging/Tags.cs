using ValidationWorkbench.Pdf.Layout;

namespace ValidationWorkbench.Pdf.Tagging;

/// <summary>Gives marks to their owners.</summary>
internal static class Tags
{
    /// <summary>The texts and links among the marks become content of an element; what lies around and behind them stays decoration.</summary>
    public static IEnumerable<Mark> Tagged(this IEnumerable<Mark> marks, Element element) => marks.Select(mark => mark switch
    {
        TextMark { Link: { } link } => mark with { Owner = link.Within(element) },
        LinkMark { Link: { } link } => mark with { Owner = link.Within(element) },
        TextMark or LinkMark => mark with { Owner = element },
        _ => mark,
    });

    /// <summary>All marks become parts of one figure or artifact.</summary>
    public static IEnumerable<Mark> OwnedBy(this IEnumerable<Mark> marks, MarkOwner owner) => marks.Select(mark => mark with { Owner = owner });
}
