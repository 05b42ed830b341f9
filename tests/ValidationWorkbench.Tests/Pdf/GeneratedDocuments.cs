using ValidationWorkbench.Pdf;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Tests.Pdf;

/// <summary>Documents drawn from a seed, and the texts that have to be found in them: one per paragraph, entry, cell and caption, in reading order.</summary>
internal sealed class GeneratedDocuments
{
    private static readonly string[] Rare =
    [
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "cases/categorisation/laboratory/assessment.yaml", "Αξιολόγηση", "Проверка", "Zażółć",
        "漢字", "≥0.95", "∈", "VW-2026-000417-A", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "–", "99.4 %",
    ];

    private readonly SplitMix64 _random;
    private readonly List<string> _texts = [];

    public GeneratedDocuments(ulong seed) => _random = new SplitMix64(seed);

    /// <summary>The texts of the last document, without white space.</summary>
    public IReadOnlyList<string> Texts => _texts;

    public PdfDocument Next()
    {
        // What surrounds the body is not among the texts that are looked for in it.
        PdfDocument frame = PdfSamples.Document() with
        {
            Header = new PageStrip { Left = ["Example Ltd", Words(Below(6) == 0 ? 60 : 12)], Right = [Words(4), Below(6) == 0 ? Words(20) : "VR-1 · version 1"] },
            Footer = new PageStrip { Left = [Words(9), Words(Below(6) == 0 ? 60 : 12)], Right = ["Page {page} of {pages}", Below(6) == 0 ? Words(20) : ""] },
            Banner = Below(3) == 0 ? "DEMONSTRATION" : null,
            Cover = Below(4) == 0 ? new Cover(Words(20), Words(12), [new KeyValue(Words(3), Words(12))]) : null,
            TableOfContents = Below(2) == 0,
            ListOfTables = Below(4) == 0,
            ListOfFigures = Below(4) == 0,
        };
        _texts.Clear();
        List<Block> blocks = [];
        for (int count = 2 + Below(6); blocks.Count < count;)
        {
            Block next = Block();
            if (next is not PageBreak || (blocks.Count > 0 && blocks[^1] is not Heading))
            {
                blocks.Add(next);
            }
        }

        return frame with { Blocks = blocks };
    }

    private Block Block() => Below(15) switch
    {
        0 or 1 or 2 => new Heading(1 + Below(3), Noted(Words(9))),
        3 or 4 => new Paragraph([new Run(Noted(Words(120)))]),
        5 => new Paragraph([new Run(Noted(Words(25)))]),
        6 => new BulletList([.. Items(0)]),
        7 => new NumberedList([.. Items(0)]),
        8 => new KeyValues([.. Enumerable.Range(0, 1 + Below(6)).Select(_ => new KeyValue(Noted(Words(5)), Noted(Words(30)), Below(2) == 0))]),
        9 => new Callout(Below(2) == 0 ? CalloutKind.Info : CalloutKind.Warning, Noted(Words(6)), Noted(Words(Below(5) == 0 ? 900 : 60))),
        10 => Figure(),
        11 => Below(2) == 0 ? Signatures() : new PageBreak(),
        12 => new Verbatim(Noted(Words(Below(5) == 0 ? 900 : 60))),
        _ => Table(),
    };

    private SignatureTable Signatures()
    {
        string head = Noted(Words(10));
        _texts.AddRange(["Name", "Role", "Meaning", "Dateandtime", "Signatureandhash"]);
        return new SignatureTable([.. Enumerable.Range(0, 1 + Below(4)).Select(_ => new SignatureLine(Noted(Words(3)), Noted(Words(3)), Noted(Words(2))))]) { Caption = head };
    }

    private IEnumerable<ListItem> Items(int level)
    {
        int count = 1 + Below(5);
        for (int i = 0; i < count; i++)
        {
            ListItem item = new([new Run(Noted(Words(25)))]);
            yield return level < 3 && Below(3) == 0 ? item with { Nested = [.. Items(level + 1)] } : item;
        }
    }

    private Table Table()
    {
        string caption = Noted(Words(14));
        int columns = 1 + Below(9);
        ColumnGroup[] groups = columns > 2 && Below(3) == 0 ? [new ColumnGroup(Noted(Words(3)), 2), new ColumnGroup(Noted(Words(4)), columns - 2)] : [];
        Column[] titles = [.. Enumerable.Range(0, columns).Select(i => new Column(Noted(Words(4)), 1 + Below(4), (Alignment)(i % 3)))];
        return new Table(titles, [.. Enumerable.Range(0, Below(25)).Select(_ => Row(columns))])
        {
            Caption = caption,
            Groups = groups,
            Compact = Below(2) == 0,
            Landscape = Below(4) == 0 ? true : null,
        };
    }

    private Row Row(int columns)
    {
        List<Cell> cells = [];
        for (int used = 0; used < columns;)
        {
            int taken = Below(6) == 0 ? 1 + Below(columns - used) : 1;
            cells.Add(new Cell(Noted(Words(Below(12) == 0 ? 60 : Below(60) == 0 ? 900 : 6)), Bold: Below(8) == 0, Code: Below(8) == 0) { Columns = taken });
            used += taken;
        }

        return new Row(cells);
    }

    private Figure Figure()
    {
        Figure figure = FigureSamples.All[Below(FigureSamples.All.Count)];
        return figure with { Caption = Noted(Words(12)) };
    }

    private string Noted(string text)
    {
        _texts.Add(string.Concat(text.Where(c => !char.IsWhiteSpace(c))));
        return text;
    }

    private string Words(int most) => string.Concat(Enumerable.Range(0, 1 + Below(most)).Select(i => (i == 0 ? "" : Below(40) == 0 ? "\n" : " ") + Word()));

    private string Word() => Below(14) == 0 ? Rare[Below(Rare.Length)] : string.Concat(Enumerable.Range(0, 1 + Below(9)).Select(_ => (char)('a' + Below(26))));

    private int Below(int count) => (int)(_random.Next() % (ulong)count);
}
