using System.Diagnostics;
using System.Globalization;
using ValidationWorkbench.Pdf;
using ValidationWorkbench.Pdf.Layout;

namespace ValidationWorkbench.Benchmarks;

/// <summary>Pages per second and memory of the PDF writer, and how its processor time grows with the length of the document.</summary>
internal static class PdfRates
{
    private const int RowsPerSection = 26;

    /// <summary>Prints documents of about 100, 1,000 and 10,000 pages of mixed text and tables.</summary>
    public static void Measure()
    {
        for (int i = 0; i < 12; i++)
        {
            PdfWriter.Write(Document(75));
        }

        double first = 0;
        foreach (int sections in (int[])[75, 750, 7500])
        {
            PdfDocument document = Document(sections);
            int pages = DocumentLayout.Print(document).Pages.Count;
            GC.Collect();
            long allocated = GC.GetTotalAllocatedBytes(precise: true);
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            byte[] file = PdfWriter.Write(document);
            double seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
            allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
            double perPage = seconds / pages;
            first = first == 0 ? perPage : first;
            long peak = Process.GetCurrentProcess().PeakWorkingSet64;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"pdf: {pages} pages in {seconds:F2} s of processor time, {pages / seconds:F0} pages/s, {file.Length / 1024} KiB, {allocated / 1024 / pages} KiB allocated per page, ")
                + string.Create(CultureInfo.InvariantCulture, $"peak {peak >> 20} MiB, time per page against the first {perPage / first:F2}"));
        }
    }

    private static PdfDocument Document(int sections) => new()
    {
        Title = "Benchmark",
        Created = DateTimeOffset.UnixEpoch,
        Header = new PageStrip { Left = ["Example Ltd", "Benchmark"], Right = ["VR-1 · version 1", "Draft"] },
        TableOfContents = true,
        Blocks = [.. Enumerable.Range(1, sections).SelectMany(Section)],
    };

    private static IEnumerable<Block> Section(int number)
    {
        string name = number.ToString(CultureInfo.InvariantCulture);
        yield return new Heading(1, $"{name}  Section {name}");
        for (int i = 0; i < 4; i++)
        {
            yield return new Paragraph(string.Join(' ', Enumerable.Range(0, 90).Select(word => $"{Words[(number + (word * 7) + i) % Words.Length]}")));
        }

        yield return new Table(
            [new Column("Case", 2), new Column("Result", 1), new Column("Share", 1, Alignment.Right), new Column("Remark", 5)],
            [.. Enumerable.Range(1, RowsPerSection).Select(row => Row.Of($"C-{name}-{row:D3}", row % 9 == 0 ? "wrong" : "right", $"{row * 3}.{row % 10} %",
                string.Join(' ', Enumerable.Range(0, row % 15).Select(word => Words[(row + word) % Words.Length]))))])
        {
            Caption = $"Table {name} – Results",
        };
    }

    private static readonly string[] Words =
        "every response was scored by rules approved before the run was started and no answer repaired AV-01 Tabular Yes, 0.95 categorisation".Split(' ');
}
