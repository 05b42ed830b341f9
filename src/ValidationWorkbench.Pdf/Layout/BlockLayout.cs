using System.Diagnostics;
using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Turns blocks into pieces, none of them too high for a page that also holds the headings above.</summary>
internal sealed class BlockLayout
{
    // A piece leaves this much of a page free, so that a heading always finds room above it.
    private const int RoomForHeading = 60_000;

    // A paragraph of no more lines that ends with a colon, or that stands between a heading and a table or a figure, belongs to what follows it.
    private const int LongestLeadIn = 4;

    private readonly PageFrames _frames;
    private readonly List<Heading> _headings = [];
    private readonly List<(bool IsTable, string Text)> _captions = [];

    // How high the pieces are that have to stand above the next one.
    private int _above;

    /// <param name="frames">What surrounds the body of a page.</param>
    public BlockLayout(PageFrames frames) => _frames = frames;

    /// <summary>The headings met so far, in reading order.</summary>
    public IReadOnlyList<Heading> Headings => _headings;

    /// <summary>The captions met so far, in reading order.</summary>
    public IReadOnlyList<(bool IsTable, string Text)> Captions => _captions;

    public IEnumerable<Piece> Pieces(IReadOnlyList<Block> blocks)
    {
        for (int i = 0; i < blocks.Count; i++)
        {
            foreach (Piece piece in LeadsIn(blocks, i) ? LeadIn([.. Pieces(blocks[i])]) : Pieces(blocks[i]))
            {
                yield return piece;
                _above = piece.KeepWithNext ? _above + piece.Before + piece.Height + piece.After : 0;
            }
        }
    }

    private static bool LeadsIn(IReadOnlyList<Block> blocks, int index) => blocks[index] is Paragraph paragraph && index + 1 < blocks.Count
        && (Announces(paragraph) || (index > 0 && blocks[index - 1] is Heading && blocks[index + 1] is Table or SignatureTable or KeyValues or Figure));

    private static bool Announces(Paragraph paragraph) =>
        paragraph.Runs.Select(run => run.Text.TrimEnd()).LastOrDefault(text => text.Length > 0)?.EndsWith(':') == true;

    private static Piece[] LeadIn(Piece[] pieces) =>
        pieces.Length > LongestLeadIn ? pieces : [.. pieces.Select(piece => piece with { KeepWithNext = true })];

    private IEnumerable<Piece> Pieces(Block block) => block switch
    {
        Heading heading => [Placed(heading)],
        Paragraph paragraph => TextPieces.Of(TextPieces.Styled(paragraph.Runs), Spacing.Paragraph, new Element(ElementType.P)),
        Verbatim text => VerbatimLayout.Pieces(text),
        BulletList list => ListLayout.Bullets(list),
        NumberedList list => ListLayout.Numbers(list),
        Table table => Captioned(new TableLayout(table, Highest).Pieces(), isTable: true, table.Caption),
        SignatureTable signatures => Captioned(new TableLayout(SignatureRows.Of(signatures), Highest).Pieces(), isTable: true, signatures.Caption),
        KeyValues values => KeyValuesLayout.Pieces(values.Rows, Highest(PageShape.Portrait)),
        Callout callout => new CalloutLayout(callout, Highest(PageShape.Portrait)).Pieces(),
        Figure figure => Captioned(FigureLayout.Pieces(figure), isTable: false, figure.Caption),
        PageBreak => [new Piece(0, []) { StartsPage = true }],
        _ => throw new UnreachableException($"No layout for a block of type {block.GetType().Name}."),
    };

    private int Highest(PageShape shape)
    {
        int body = _frames.Of(shape).BodyHeight;
        return body - Math.Clamp(_above, RoomForHeading, body / 2);
    }

    // The caption is the first piece of what it belongs to.
    private IEnumerable<Piece> Captioned(IEnumerable<Piece> pieces, bool isTable, string? caption)
    {
        if (caption is null)
        {
            return pieces;
        }

        int index = _captions.Count;
        _captions.Add((isTable, caption));
        return pieces.Select((piece, i) => i == 0 ? piece with { Caption = index } : piece);
    }

    private Piece Placed(Heading heading)
    {
        _headings.Add(heading);
        return HeadingLayout.Piece(heading, _headings.Count - 1);
    }
}
