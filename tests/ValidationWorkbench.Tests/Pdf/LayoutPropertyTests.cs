using ValidationWorkbench.Pdf;
using ValidationWorkbench.Pdf.Checks;
using ValidationWorkbench.Pdf.Layout;
using ValidationWorkbench.Pdf.Tagging;
using Xunit;

namespace ValidationWorkbench.Tests.Pdf;

/// <summary>What holds for every document, looked at in a thousand generated ones.</summary>
public sealed class LayoutPropertyTests
{
    // Half a point: what rounding may do, and less than an eye sees.
    private const int Tolerance = 500;

    // Marks of points and backgrounds of code reach a little over the edge of the text.
    private const int Overhang = 3_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Nothing_leaves_its_frame_no_texts_overlap_and_all_text_is_there_in_order(int seed)
    {
        GeneratedDocuments generated = new((ulong)seed);
        for (int i = 0; i < 250; i++)
        {
            PdfDocument document = generated.Next();
            DocumentCheck.Verify(document);
            LaidOut printed = new(document);
            string place = $"seed {seed}, document {i}";

            Assert.Empty(printed.Pages.SelectMany(Faults).Select(fault => $"{place}: {fault}"));
            Assert.Equal(generated.Texts, Texts(printed));
            Assert.Empty(PageBreaks.Faults(printed).Select(fault => $"{place}: {fault}"));
        }
    }

    [Fact]
    public void The_generated_documents_hold_whatever_a_document_can_hold()
    {
        PdfDocument[] documents = [.. Enumerable.Range(1, 4).SelectMany(seed => Documents(new GeneratedDocuments((ulong)seed)))];
        Block[] blocks = [.. documents.SelectMany(document => document.Blocks)];
        Table[] tables = [.. blocks.OfType<Table>()];
        IEnumerable<Type> kinds = typeof(Block).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(Block)) && !type.IsAbstract);

        Assert.Equal(1000, documents.Length);
        Assert.All(kinds, kind => Assert.True(blocks.Count(block => block.GetType() == kind) >= 10, $"fewer than ten of {kind.Name}"));
        Assert.True(tables.Length >= 300);
        Assert.Contains(tables, table => table.Landscape == true);
        Assert.Contains(tables, table => table.Groups.Count > 0);
        Assert.Contains(tables, table => table.Rows.Count == 0);
        Assert.Contains(tables, table => table.Rows.Any(row => row.Cells.Any(cell => cell.Columns > 2)));
        Assert.Contains(tables, table => table.Rows.Any(row => row.Cells.Any(cell => cell.Text.Split(' ').Any(word => word.Length >= 64))));
        Assert.Contains(blocks, block => block is BulletList list && Depth(list.Items) == 4);
        Assert.Contains(documents, document => document.Cover is not null && document.TableOfContents && document.ListOfFigures);
        Assert.Contains(documents, document => document.Footer.Left.Concat(document.Footer.Right).Any(text => text.Length > 200));
    }

    private static IEnumerable<PdfDocument> Documents(GeneratedDocuments generated) => Enumerable.Range(0, 250).Select(_ => generated.Next());

    private static int Depth(IReadOnlyList<ListItem> items) => items.Count == 0 ? 0 : 1 + items.Max(item => Depth(item.Nested));

    /// <summary>What leaves the frame of a page, and texts that lie on each other.</summary>
    internal static IEnumerable<string> Faults(LaidOutPage page) => Strays(page).Concat(Overlaps(page));

    private static IEnumerable<string> Strays(LaidOutPage page)
    {
        foreach (Mark mark in page.Marks.Where(mark => mark is not WatermarkMark))
        {
            bool surrounds = mark.Owner == Artifact.Header || mark.Owner == Artifact.Footer;
            int top = surrounds ? Spacing.PageEdge : page.Frame.BodyTop;
            int bottom = surrounds ? page.Shape.Height - Spacing.PageEdge : page.Frame.BodyBottom;
            Bounds bounds = mark is TextMark text ? Seen(text) : mark.Bounds;
            bool inside = bounds.Left >= Spacing.Left - Overhang
                && bounds.Right <= Spacing.Left + page.Shape.TextWidth + Overhang
                && bounds.Top >= top - Tolerance
                && bounds.Bottom <= bottom + (2 * Tolerance);
            if (!inside)
            {
                yield return $"{Name(mark)} at {bounds} leaves the frame from {top} to {bottom}";
            }
        }
    }

    private static IEnumerable<string> Overlaps(LaidOutPage page)
    {
        (TextMark Mark, Bounds Bounds)[] texts = [.. page.Marks.OfType<TextMark>().Where(mark => mark.Text.Trim().Length > 0)
            .Select(mark => (mark, Seen(mark))).OrderBy(text => text.Item2.Top)];
        for (int i = 0; i < texts.Length; i++)
        {
            for (int k = i + 1; k < texts.Length && texts[k].Bounds.Top < texts[i].Bounds.Bottom - Tolerance; k++)
            {
                if (texts[k].Bounds.Left < texts[i].Bounds.Right - Tolerance && texts[i].Bounds.Left < texts[k].Bounds.Right - Tolerance)
                {
                    yield return $"{Name(texts[i].Mark)} at {texts[i].Bounds} and {Name(texts[k].Mark)} at {texts[k].Bounds} overlap";
                }
            }
        }
    }

    private static string Name(Mark mark) => mark is TextMark text ? $"\"{text.Text}\"" : mark.GetType().Name;

    /// <summary>From the top of the capitals to below the descenders.</summary>
    private static Bounds Seen(TextMark mark) =>
        new(mark.X, mark.Y - mark.Style.CapHeight, mark.X + MeasuredText.WidthOf(mark.Text, mark.Style), mark.Y + mark.Style.Length(180));

    /// <summary>The texts of all elements but the labels of lists and the words in figures, as a reader meets them.</summary>
    private static IEnumerable<string> Texts(LaidOut printed) => printed.BodyPages
        .SelectMany(page => page.Body)
        .OfType<TextMark>()
        .Where(mark => mark.Owner is Element { Type: not (ElementType.Lbl or ElementType.Figure) })
        .GroupBy(mark => mark.Owner)
        .Select(marks => string.Concat(marks.SelectMany(mark => mark.Text).Where(c => !char.IsWhiteSpace(c))));
}
