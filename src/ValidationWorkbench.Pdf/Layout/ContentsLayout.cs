using System.Globalization;
using System.Text.RegularExpressions;
using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Sets the table of contents, headings of level 1 and 2, and lists of captions: with dotted leaders, page numbers at the right and a link over the entry.</summary>
internal static partial class ContentsLayout
{
    private const int MainNumber = 20_000;
    private const int SubNumber = 28_000;
    private const int PageColumn = 30_000;
    private const int LeaderGap = 5_000;

    /// <param name="headings">All headings in reading order.</param>
    /// <param name="pages">Page number of each heading; how many lines the contents take does not depend on them.</param>
    public static List<Piece> Pieces(IReadOnlyList<Heading> headings, IReadOnlyList<int> pages)
    {
        Element contents = new(ElementType.TOC);
        List<Piece> pieces = [Title("Contents", Typography.ContentsTitle, contents) with { After = 12_000 }];
        (Element? chapter, Element? below) = (null, null);
        for (int i = 0; i < headings.Count; i++)
        {
            if (headings[i].Level <= 2)
            {
                bool main = headings[i].Level == 1;
                below = main ? null : below ?? (chapter is null ? contents : new Element(ElementType.TOC, chapter));
                Element entry = new(ElementType.TOCI, below ?? contents);
                chapter = main ? entry : chapter;
                bool opens = main && i + 1 < headings.Count && headings[i + 1].Level == 2;
                pieces.Add(Entry(headings[i], i, pages[i].ToString(CultureInfo.InvariantCulture), entry) with { KeepWithNext = opens });
            }
        }

        return pieces;
    }

    /// <summary>A list of captions: those of the tables or those of the figures.</summary>
    /// <param name="title">What the list is called.</param>
    /// <param name="captions">The captions to list with their numbers in reading order, and the page number of each.</param>
    public static IEnumerable<Piece> Captions(string title, IReadOnlyList<(int Index, string Text, int Page)> captions)
    {
        if (captions.Count == 0)
        {
            yield break;
        }

        Element list = new(ElementType.TOC);
        yield return Title(title, Typography.Heading(2), list) with { Before = Spacing.BeforeHeading(1), After = Spacing.AfterHeading(2) };
        foreach ((int index, string text, int page) in captions)
        {
            yield return Entry(
                new NumberedTitle("", FirstClause().Match(text).Value), 0, 0, Typography.ContentsSub, new CaptionTarget(index), page.ToString(CultureInfo.InvariantCulture), new Element(ElementType.TOCI, list));
        }
    }

    // What a caption explains is read beside its table or figure; here it is looked for by its number and name.
    [GeneratedRegex(@"^(\w+ \d+: )?.*?(?=[.;:](\s|$)|$)", RegexOptions.Singleline)]
    private static partial Regex FirstClause();

    private static Piece Title(string text, TextStyle style, Element list)
    {
        TextMark title = new(0, style.Baseline, text, style) { Owner = new Element(ElementType.Caption, list) };
        return new Piece(style.Leading, [title]) { KeepWithNext = true };
    }

    private static Piece Entry(Heading heading, int index, string page, Element entry)
    {
        bool main = heading.Level == 1;
        TextStyle style = main ? Typography.ContentsMain : Typography.ContentsSub;
        NumberedTitle parts = NumberedTitle.Parse(heading.Text);
        int left = main ? 0 : MainNumber;
        Piece piece = Entry(parts, left, left + NumberColumn(parts, style, main), style, new HeadingTarget(index), page, entry);
        return piece with { Before = main ? 5_500 : 0 };
    }

    private static Piece Entry(NumberedTitle parts, int left, int indent, TextStyle style, LinkTarget target, string page, Element entry)
    {
        IReadOnlyList<TextLine> lines = LineBreaker.Lines(parts.Title, style, Spacing.TextWidth - indent - PageColumn);
        int height = lines.Count * style.Leading;
        int baseline = height - style.Leading + style.Baseline;
        IEnumerable<Mark> marks =
        [
            new TextMark(left, style.Baseline, parts.Label, style),
            .. lines.SelectMany((line, i) => (line with { EndsWord = true }).Marks(indent, (i * style.Leading) + style.Baseline)),
            Leader(indent + lines[^1].Width + LeaderGap, baseline),
            new TextMark(Spacing.TextWidth - MeasuredText.WidthOf(page, style), baseline, page, style),
            new LinkMark(0, 0, Spacing.TextWidth, height, target, $"{parts.Label}{parts.Title}, page {page}"),
        ];
        Element link = new(ElementType.Link, new Element(ElementType.Reference, entry));
        return new Piece(height, [.. marks.Tagged(link)]);
    }

    private static int NumberColumn(NumberedTitle parts, TextStyle style, bool main) => parts.Number.Length == 0
        ? 0
        : Math.Max(main ? MainNumber : SubNumber, MeasuredText.WidthOf(parts.Number, style) + Spacing.AfterLabel);

    // Drawn from right to left, so that the dots of all entries stand below each other.
    private static LineMark Leader(int start, int baseline)
    {
        int end = Spacing.TextWidth - PageColumn + LeaderGap;
        return new LineMark(end, baseline, Math.Min(0, start - end), 0, 700, Ink.Leader, Dotted: true);
    }
}
