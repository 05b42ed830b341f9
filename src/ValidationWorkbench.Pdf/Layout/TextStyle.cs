using ValidationWorkbench.Pdf.Fonts;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>How text looks. Sizes are in thousandths of a point, as all lengths of the layout are.</summary>
internal sealed record TextStyle(Weight Weight, int Size, int Leading, Ink Ink)
{
    /// <summary>Extra space after every character.</summary>
    public int Tracking { get; init; }

    public Figures Figures { get; init; }

    /// <summary>Whether the letters lean to the right, which stands for an italic.</summary>
    public bool Slanted { get; init; }

    /// <summary>Whether a light strip lies behind the text.</summary>
    public bool Chip { get; init; }

    /// <summary>Distance from the top of a line to its baseline: capitals stand in the middle of the line.</summary>
    public int Baseline => (Leading + CapHeight) / 2;

    public int CapHeight => Length(Typeface.Font(Weight).CapHeight);

    /// <summary>A length given in thousandths of the type size.</summary>
    public int Length(int thousandths) => (int)((long)Size * thousandths / 1000);

    public TextStyle Bold => this with { Weight = Weight.SemiBold };
}
