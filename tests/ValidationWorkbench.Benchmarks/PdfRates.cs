using System.Diagnostics;
using System.Globalization;
using ValidationWorkbench.Pdf;
using ValidationWorkbench.Pdf.Layout;

namespace ValidationWorkbench.Benchmarks;

/// <summary>Pages per second and memory of the PDF writer, and how both grow with the length of the document.</summary>
internal static class PdfRates
{
    private const int RowsPerSection = 26;
    private const double Goal = 1.15;

    // Sizes take turns, and of each the median counts: other work on the machine comes and goes.
    private const int Rounds = 3;

    /// <summary>Prints documents of about 100, 1,000 and 10,000 pages of mixed text and tables, each in a process of its own.</summary>
    public static async Task MeasureAsync()
    {
        Console.WriteLine("  pages   pages/s   CPU ms per page   CPU per page   peak memory   more than warm, KiB per page   file");
        double first = 0;
        int[] sizes = [64, 640, 6400];
        List<double[]> runs = [];
        for (int i = 0; i < Rounds * sizes.Length; i++)
        {
            string found = await Child.OwnAsync("pdf", sizes[i % sizes.Length].ToString(CultureInfo.InvariantCulture));
            runs.Add([.. found.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))]);
        }

        foreach (double[][] ofSize in runs.GroupBy(run => run[0]).Select(group => group.ToArray()))
        {
            double[] median = [.. Enumerable.Range(0, 5).Select(column => Bench.Median(ofSize.Select(run => run[column])))];
            (double pages, double milliseconds, double peak, double warm, double bytes) = (median[0], median[1], median[2], median[3], median[4]);
            first = first == 0 ? milliseconds : first;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages,7:0} {1000 / milliseconds,9:0} {milliseconds,17:0.000} {milliseconds / first,11:0.00} × ")
                + string.Create(CultureInfo.InvariantCulture, $"{peak / 1048576,9:0} MiB {(peak - warm) / 1024 / pages,30:0.0} {bytes / 1024,8:0} KiB"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"goal: CPU per page of 10,000 pages at most {Goal:0.00} times that of 100 pages"));
    }

    /// <summary>One size: pages, milliseconds of processor time per page, peak memory, the peak before the document was made, length of the file.</summary>
    public static void MeasureOne(int sections)
    {
        for (int i = 0; i < 30; i++)
        {
            PdfWriter.Write(Document(64));
        }

        using Process self = Process.GetCurrentProcess();
        GC.Collect();
        long warm = self.PeakWorkingSet64;
        PdfDocument document = Document(sections);
        int times = Math.Max(1, 2000 / sections);
        byte[] file = [];
        GC.Collect();
        self.Refresh();
        TimeSpan before = self.TotalProcessorTime;
        for (int i = 0; i < times; i++)
        {
            file = PdfWriter.Write(document);
        }

        self.Refresh();
        double milliseconds = (self.TotalProcessorTime - before).TotalMilliseconds / times;
        DocumentLayout layout = new(document);
        int pages = layout.Body().Count() + layout.Front().Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages} {milliseconds / pages} {self.PeakWorkingSet64} {warm} {file.Length}"));
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
