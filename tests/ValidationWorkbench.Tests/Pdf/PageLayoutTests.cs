using System.Globalization;
using System.Text.RegularExpressions;
using ValidationWorkbench.Pdf;
using ValidationWorkbench.Pdf.Layout;
using Xunit;

namespace ValidationWorkbench.Tests.Pdf;

public sealed class PageLayoutTests
{
    [Fact]
    public void The_header_row_and_the_caption_repeat_on_every_page_of_a_table()
    {
        PdfReading file = PdfSamples.Printed(PdfSamples.Rows(150));

        Assert.True(file.Lines.Count > 2);
        Assert.All(file.Lines, lines => Assert.Single(lines, line => line == "Number head"));
        Assert.Contains("Table 1", file.Lines[0]);
        Assert.All(file.Lines.Skip(1), lines => Assert.Contains("Table 1 (continued)", lines));
    }

    [Fact]
    public void Every_row_is_printed_once_and_in_order()
    {
        PdfReading file = PdfSamples.Printed(PdfSamples.Rows(150));

        Assert.Equal(Enumerable.Range(1, 150).Select(i => $"row-{i}"), file.Lines.SelectMany(lines => lines).Where(line => line.StartsWith("row-", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_row_of_many_lines_moves_to_the_next_page_as_a_whole()
    {
        string tall = string.Join('\n', Enumerable.Range(1, 30).Select(i => $"tall-{i}"));
        Table table = new([new Column("Text", 1)], [.. Enumerable.Repeat(Row.Of("short"), 24), Row.Of(tall), Row.Of("end")]);
        PdfReading file = PdfSamples.Printed(table);

        Assert.Equal(2, file.Lines.Count);
        Assert.DoesNotContain(file.Lines[0], line => line.StartsWith("tall-", StringComparison.Ordinal));
        Assert.Equal(30, file.Lines[1].Count(line => line.StartsWith("tall-", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_row_taller_than_a_page_goes_on_under_a_repeated_header()
    {
        string tall = string.Join('\n', Enumerable.Range(1, 150).Select(i => $"tall-{i}"));
        PdfReading file = PdfSamples.Printed(new Table([new Column("Head", 1)], [Row.Of(tall)]));

        Assert.Equal(3, file.Lines.Count);
        Assert.All(file.Lines, lines => Assert.Contains("Head", lines));
        Assert.Equal(tall.Split('\n'), file.Lines.SelectMany(lines => lines).Where(line => line.StartsWith("tall-", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_heading_never_ends_a_page()
    {
        string tall = string.Join('\n', Enumerable.Range(1, 90).Select(i => $"tall-{i}"));
        Block[][] followers =
        [
            [new Paragraph("follower")],
            [PdfSamples.Rows(3)],
            [PdfSamples.Rows(3) with { Landscape = true }],
            [new Paragraph("says what follows"), PdfSamples.Rows(3) with { Landscape = true }],
            [new Paragraph("says what follows"), PdfSamples.Rows(3)],
            [new Table([new Column("Head", 1)], [Row.Of(tall), Row.Of("end")]) { Caption = "Table 1" }],
            [new Table([new Column("Head", 1)], [Row.Of(tall), Row.Of("end")]) { Caption = "Table 1", Landscape = true }],
            [new SignatureTable([new("", "Owner", "Review")])],
            [new Callout(CalloutKind.Info, "follower", "text")],
            [new Callout(CalloutKind.Info, "follower", tall)],
            [new KeyValues([new("follower", "x")])],
            [new KeyValues([new("follower", tall)])],
            [new BulletList(["follower", "another"])],
            .. FigureSamples.All.Select(figure => new Block[] { figure }),
        ];
        for (int lines = 20; lines < 60; lines++)
        {
            Paragraph filler = new(string.Join('\n', Enumerable.Repeat("filler", lines)));
            foreach (Block[] follower in followers)
            {
                LaidOut printed = new(PdfSamples.Document([filler, new Heading(1, "1  First"), new Heading(2, "1.1  Second"), new Heading(3, "1.1.1  Third"), .. follower]));

                Assert.Empty(PageBreaks.Faults(printed).Select(fault => $"{lines} lines before {follower[^1].GetType().Name} {Array.IndexOf(followers, follower)}: {fault}"));
            }
        }
    }

    [Fact]
    public void A_paragraph_that_says_what_a_table_shows_turns_the_page_with_it()
    {
        PdfReading file = PdfSamples.Printed(new Paragraph("before"), new Heading(1, "1  Steps"), new Paragraph("who reviews"), PdfSamples.Rows(3) with { Landscape = true });

        Assert.Equal(2, file.Pages.Count);
        Assert.Equal(["1 ", "Steps", "who reviews", "Table 1"], file.Lines[1].Take(4));
    }

    [Fact]
    public void What_a_colon_announces_begins_on_the_same_page()
    {
        for (int lines = 30; lines < 60; lines++)
        {
            PdfReading file = PdfSamples.Printed(
                new Paragraph(string.Join('\n', Enumerable.Repeat("filler", lines))), new Paragraph([new Run("Reasons"), new Run(": ", Bold: true)]), new BulletList(["first", "second"]));

            Assert.Contains(file.Lines, page => page.Contains("Reasons") && page.Contains("first"));
        }
    }

    [Fact]
    public void The_last_row_of_a_table_is_never_alone_on_a_page()
    {
        for (int count = 2; count < 60; count++)
        {
            string tall = string.Join('\n', Enumerable.Repeat("tall", 8));
            Table table = PdfSamples.Rows(count);
            LaidOut printed = new(PdfSamples.Document(table with { Rows = [.. table.Rows.SkipLast(2), Row.Of("next to last", tall), Row.Of("last", "text")] }));
            Assert.All(printed.Pages, page => Assert.True(!Has(page, "last") || Has(page, "next to last")));
        }

        static bool Has(LaidOutPage page, string text) => page.Body.OfType<TextMark>().Any(mark => mark.Text == text);
    }

    [Fact]
    public void A_strip_that_is_longer_than_its_line_wraps_beside_the_other_side()
    {
        string title = string.Join(' ', Enumerable.Repeat("Qualification of the categorisation of incoming assessments", 6));
        PageStrip strip = new() { Left = [title, PdfSamples.Hash + PdfSamples.Hash], Right = [$"VR-1 · version {new string('9', 60)}", "Page {page} of {pages}"] };
        LaidOut printed = new(PdfSamples.Document(PdfSamples.Rows(40), PdfSamples.Rows(3) with { Landscape = true }) with { Header = strip, Footer = strip });

        Assert.Contains(printed.Pages, page => page.Shape == PageShape.Landscape);
        Assert.All(printed.Pages, page => Assert.Empty(LayoutPropertyTests.Faults(page)));
        Assert.All(printed.Pages, page => Assert.Equal(2, Regex.Count(string.Join(' ', page.Marks.OfType<TextMark>().Select(mark => mark.Text)), Regex.Escape(title))));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(99)]
    [InlineData(999)]
    [InlineData(99_999)]
    public void A_strip_has_room_for_any_number_of_pages(int count)
    {
        string line = "Confidential · Effective date: none, not approved · Printed copy uncontrolled unless stamped · Content 9c439058c486";
        string below = "Generated by ValidationWorkbench 0.1.0 (build 33b762d63f59) from the records of a run; requires human review by someone else";
        PdfDocument document = PdfSamples.Document() with { Footer = new PageStrip { Left = [line, below], Right = ["Page {page} of {pages}"] } };
        LaidOutPage page = new(new Page(PageShape.Portrait), new PageFrame(document, PageShape.Portrait), count, count);
        string[] lines = [.. page.Marks.OfType<TextMark>().Select(mark => mark.Text)];

        Assert.Empty(LayoutPropertyTests.Faults(page));
        Assert.Equal(count < 100, lines.Contains(line));
        Assert.Contains(below, lines);
    }

    [Fact]
    public void The_first_and_the_last_line_of_a_paragraph_are_never_alone_on_a_page()
    {
        for (int count = 35; count < 60; count++)
        {
            string text = string.Join('\n', Enumerable.Range(0, 6).Select(i => $"line-{i}"));
            PdfReading file = PdfSamples.Printed(new Paragraph(string.Join('\n', Enumerable.Repeat("filler", count))), new Paragraph(text));

            Assert.All(file.Lines, lines => Assert.NotEqual(1, lines.Count(line => line.StartsWith("line-", StringComparison.Ordinal))));
        }
    }

    [Fact]
    public void A_hash_breaks_into_equal_parts_that_together_are_the_hash()
    {
        Table table = new([Column.Fixed("Hash", 120), new Column("Other", 1)], [new Row([new Cell(PdfSamples.Hash, Code: true), "x"])]);
        string[] parts = [.. PdfSamples.Printed(table).Lines[0].Where(line => line.Length > 6 && PdfSamples.Hash.Contains(line, StringComparison.Ordinal))];

        Assert.True(parts.Length > 1);
        Assert.Equal(PdfSamples.Hash, string.Concat(parts));
        Assert.InRange(parts.Max(part => part.Length) - parts.Min(part => part.Length), 0, parts.Length);
    }

    [Fact]
    public void A_belowpath_breaks_after_a_separator()
    {
        const string Path = "cases/categorisation/laboratory/enterprise-systems/assessment.yaml";
        IReadOnlyList<TextLine> lines = LineBreaker.Lines(Path, Typography.Body, 150_000);

        Assert.True(lines.Count > 1);
        Assert.Equal(Path, string.Concat(lines.SelectMany(line => line.Fragments).Select(fragment => fragment.Text)));
        Assert.All(lines.SkipLast(1), line => Assert.Matches("[/.-]$", line.Fragments[^1].Text));
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(55_000)]
    [InlineData(200_000)]
    public void No_line_is_wider_than_allowed(int width)
    {
        string text = PdfSamples.Sentence + PdfSamples.Hash + " " + PdfSamples.Sentence + "a/b-c_d.e " + new string('W', 90);
        IReadOnlyList<TextLine> lines = LineBreaker.Lines(text, Typography.Body, width);

        Assert.All(lines, line => Assert.InRange(line.Width, 1, width));
    }

    [Fact]
    public void Line_feeds_start_lines_and_spaces_at_their_ends_vanish() =>
        Assert.Equal(["a b", "", "c"], LineBreaker.Lines("a  b".Replace("  ", " ", StringComparison.Ordinal) + "  \r\n\n c ", Typography.Body, 100_000).Select(line => string.Concat(line.Fragments.Select(f => f.Text))));

    [Fact]
    public void Nothing_leaves_the_page_and_the_body_stays_clear_of_header_and_footer()
    {
        PdfDocument document = PdfSamples.Complete();
        PdfReading file = PdfSamples.Printed(document);
        PageFrame frame = new(document, PageShape.Portrait);

        Assert.True(frame.BodyTop > 0 && frame.BodyBottom < Spacing.PageHeight);
        foreach (string page in file.Pages)
        {
            foreach (Match match in Regex.Matches(file.Content(page), @"1 0 0 1 ([\d.-]+) ([\d.-]+) Tm"))
            {
                Assert.InRange(double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), 61, 535);
                Assert.InRange(double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), 30, 812);
            }
        }
    }

    [Fact]
    public void Right_aligned_text_ends_where_its_column_ends()
    {
        Table table = new([new Column("A", 1), new Column("B", 1, Alignment.Right)], [Row.Of("x", "1"), Row.Of("x", "1000")]);
        string content = PdfSamples.Printed(table) is var file ? file.Content(file.Pages[0]) : "";
        double[] lefts = [.. Regex.Matches(content, @"/F1 8.25 Tf 1 0 0 1 ([\d.]+) ").Select(m => double.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).Where(x => x > 400)];
        int digit = MeasuredText.WidthOf("1", Typography.TableText);

        Assert.Equal(2, lefts.Length);
        Assert.Equal(3 * digit / 1000.0, lefts[0] - lefts[1], 0.02);
    }

    [Fact]
    public void Columns_fill_the_text_width_and_keep_identifiers_whole()
    {
        int[] widths = ColumnWidths.Of([new Column("ID", 1), new Column("Text", 9), Column.Fixed("Date", 70)], Spacing.TextWidth, [80_000, 30_000, 0], [0, 0, 0]);

        Assert.Equal(Spacing.TextWidth, widths.Sum());
        Assert.Equal(80_000, widths[0]);
        Assert.Equal(70_000, widths[2]);
    }

    [Fact]
    public void Needs_that_leave_no_room_give_way_to_the_shares()
    {
        int[] widths = ColumnWidths.Of([new Column("A", 1), new Column("B", 3)], Spacing.TextWidth, [300_000, 300_000], [300_000, 300_000]);

        Assert.Equal(Spacing.TextWidth / 4, widths[0]);
    }

    [Fact]
    public void Whole_words_are_kept_where_whole_texts_would_take_too_much()
    {
        int[] widths = ColumnWidths.Of([new Column("A", 1), new Column("B", 9)], Spacing.TextWidth, [300_000, 300_000], [90_000, 30_000]);

        Assert.Equal([90_000, Spacing.TextWidth - 90_000], widths);
    }

    [Fact]
    public void A_header_that_would_leave_the_rows_no_room_is_printed_once_and_whole()
    {
        string title = string.Join(' ', Enumerable.Range(100, 99));
        PdfReading file = PdfSamples.Printed(new Table([Column.Fixed(title, 30), new Column("Text", 1)], [.. Enumerable.Repeat(Row.Of("x", "text"), 60)]));
        IEnumerable<string> words = file.Lines.SelectMany(lines => lines).Where(line => line.Length == 3 && int.TryParse(line, out _));

        Assert.Equal(title, string.Join(' ', words));
    }

    [Fact]
    public void A_cell_over_several_columns_has_their_width_together()
    {
        string words = string.Join(' ', Enumerable.Repeat("word", 18));
        Table table = new([new Column("A", 1), new Column("B", 1), new Column("C", 1)], [new Row([new Cell(words) { Columns = 3 }]), Row.Of(words, "b", "c")]);
        IReadOnlyList<string> lines = PdfSamples.Printed(table).Lines[0];

        Assert.Contains(words, lines);
        Assert.True(lines.SkipWhile(line => line != words).Skip(1).TakeWhile(line => line != "b").Count() > 1);
    }

    [Fact]
    public void Titles_of_column_groups_stand_above_their_columns_on_every_page()
    {
        Table table = PdfSamples.Rows(150) with { Groups = [new ColumnGroup("both of them", 2)] };

        Assert.All(PdfSamples.Printed(table).Lines, lines =>
            Assert.Equal(["both of them", "Number head", "Text head"], lines.SkipWhile(line => line != "both of them").Take(3)));
    }

    [Fact]
    public void A_table_too_wide_for_its_words_turns_the_page_and_takes_its_heading_along()
    {
        Table wide = new([.. Enumerable.Range(1, 9).Select(i => new Column($"identifier-{i:000}", 1))], [new Row([.. Enumerable.Repeat(new Cell("IDENTIFIER-0001"), 9)])]);
        PdfReading file = PdfSamples.Printed(new Paragraph("before"), new Heading(1, "1  Wide"), wide, new Paragraph("after"));

        Assert.Equal(3, file.Pages.Count);
        Assert.Contains("/MediaBox [0 246.61 841.89 841.89]", file.Pages[1], StringComparison.Ordinal);
        Assert.Contains("Wide", file.Lines[1]);
        Assert.Equal(9, file.Lines[1].Count(line => line == "IDENTIFIER-0001"));
        Assert.All(new[] { 0, 2 }, i => Assert.Contains("/MediaBox [0 0 595.28 841.89]", file.Pages[i], StringComparison.Ordinal));
    }

    [Fact]
    public void A_landscape_page_at_the_start_leaves_no_empty_page_before_it()
    {
        PdfReading file = PdfSamples.Printed(PdfSamples.Document(PdfSamples.Rows(3) with { Landscape = true }) with { Watermark = "DRAFT" });

        Assert.Single(file.Pages);
        Assert.Contains("q 1 0 0 1 123.31 123.31 cm /W1 Do Q\n", file.Content(file.Pages[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_minimum_row_height_leaves_room_to_sign()
    {
        static int Pages(double height) => PdfSamples.Printed(PdfSamples.Rows(20) with { MinimumRowHeight = height }).Pages.Count;

        Assert.Equal(1, Pages(0));
        Assert.Equal(2, Pages(50));
    }

    [Fact]
    public void Lists_are_labelled_by_level()
    {
        ListItem nested = new([new Run("outer")]) { Nested = ["inner", "inner"] };
        IReadOnlyList<string> numbers = PdfSamples.Printed(new NumberedList([nested, "next"])).Lines[0];
        IReadOnlyList<string> bullets = PdfSamples.Printed(new BulletList([nested])).Lines[0];

        Assert.Equal(["1.", "outer", "a)", "inner", "b)", "inner", "2.", "next"], numbers.Take(8));
        Assert.Equal(["•", "outer", "–", "inner", "–", "inner"], bullets.Take(6));
    }

    [Fact]
    public void A_chart_prints_its_numbers_beside_the_drawing()
    {
        IntervalChart chart = new(-1, 1, [new Interval("Difference", -0.5, 0, 0.3, -0.75)]) { Alternative = "x", Caption = "Figure 1", Decimals = 1 };
        IReadOnlyList<string> lines = PdfSamples.Printed(chart).Lines[0];

        Assert.Contains("Figure 1", lines);
        Assert.Contains("0.0  [−0.5, 0.3]", lines);
        Assert.Contains("limit", lines);
    }

    [Fact]
    public void A_bound_in_a_chart_is_never_rounded_to_a_limit_it_misses()
    {
        Interval share = new("Share", 0.9496, 0.9784, 0.9904, 0.95);
        IReadOnlyList<string> lines = PdfSamples.Printed(new IntervalChart(0, 1, [share, share with { Numbers = "97.8 %  [94.9 %, 99.1 %]" }]) { Alternative = "x" }).Lines[0];

        Assert.Contains("0.98  [0.94, 1.00]", lines);
        Assert.Contains("97.8 %  [94.9 %, 99.1 %]", lines);
    }
}
