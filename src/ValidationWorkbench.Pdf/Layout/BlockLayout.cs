using System.Diagnostics;
using ValidationWorkbench.Pdf.Tagging;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>Turns blocks into pieces, none of them too high for a page.</summary>
internal sealed class BlockLayout
{
    // A piece leaves this much of a page free, so that a heading always finds room above it.
    private const int RoomForHeading = 60_000;

    private readonly PageFrames _frames;
    private readonly int _highest;
    private readonly List<Heading> _headings = [];
    private readonly List<(bool IsTable, string Text)> _captions = [];

    /// <param name="frames">What surrounds the body of a page.</param>
    public BlockLayout(PageFrames frames)
    {
        _frames = frames;
        _highest = Highest(PageShape.Portrait);
    }

    /// <summary>The headings met so far, in reading order.</summary>
    public IReadOnlyList<Heading> Headings => _headings;

    /// <summary>The captions met so far, in reading order.</summary>
    public IReadOnlyList<(bool IsTable, string Text)> Captions => _captions;

    public IEnumerable<Piece> Pieces(Block block) => block switch
    {
        Heading heading => [Placed(heading)],
        Paragraph paragraph => TextPieces.Of(TextPieces.Styled(paragraph.Runs), Spacing.Paragraph, new Element(ElementType.P)),
        BulletList list => ListLayout.Bullets(list),
        NumberedList list => ListLayout.Numbers(list),
        Table table => Captioned(new TableLayout(table, Highest).Pieces(), isTable: true, table.Caption),
        SignatureTable signatures => Captioned(new TableLayout(SignatureRows.Of(signatures), Highest).Pieces(), isTable: true, signatures.Caption),
        KeyValues values => KeyValuesLayout.Pieces(values.Rows, _highest),
        Callout callout => new CalloutLayout(callout, _highest).Pieces(),
        Figure figure => Captioned(FigureLayout.Pieces(figure), isTable: false, figure.Caption),
        PageBreak => [new Piece(0, []) { StartsPage = true }],
        _ => throw new UnreachableException($"No layout for a block of type {block.GetType().Name}."),
    };

    private int Highest(PageShape shape) => _frames.Of(shape).BodyHeight - RoomForHeading;

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
