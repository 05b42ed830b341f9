using System.Globalization;

namespace ValidationWorkbench.Pdf.Layout;

/// <summary>An axis laid along a stretch of the page, from its minimum at <c>start</c> to its maximum at <c>end</c>, with round numbers at its ticks.</summary>
internal sealed class ChartScale
{
    private readonly ChartAxis _axis;
    private readonly int _start;
    private readonly int _end;
    private readonly int _decimals;

    /// <param name="axis">The scale.</param>
    /// <param name="start">Where the minimum lies.</param>
    /// <param name="end">Where the maximum lies.</param>
    /// <param name="most">How many ticks there is room for, at least 2.</param>
    public ChartScale(ChartAxis axis, int start, int end, int most)
    {
        _axis = axis;
        _start = start;
        _end = end;
        decimal step = Step((decimal)axis.Maximum - (decimal)axis.Minimum, most);
        decimal first = decimal.Ceiling((decimal)axis.Minimum / step);
        decimal last = decimal.Floor((decimal)axis.Maximum / step);
        _decimals = (Shown(step) / 1.0000000000000000000000000000m).Scale;
        Ticks = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)];
    }

    /// <summary>Multiples of 1, 2 or 5 times a power of ten within the scale, ascending.</summary>
    public IReadOnlyList<decimal> Ticks { get; }

    public int At(double value) =>
        _start + (int)Math.Round((value - _axis.Minimum) / (_axis.Maximum - _axis.Minimum) * (_end - _start), MidpointRounding.AwayFromZero);

    /// <summary>The number of a tick as printed: with as many decimals as its step has.</summary>
    public string Number(decimal tick) =>
        Shown(tick).ToString("F" + _decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('-', '−') + (_axis.Percent ? " %" : "");

    private decimal Shown(decimal value) => _axis.Percent ? value * 100 : value;

    private static decimal Step(decimal range, int most)
    {
        decimal power = 1;
        while (power * 10 < range)
        {
            power *= 10;
        }

        while (power > range)
        {
            power /= 10;
        }

        // One power below the range there are at least ten steps; the loop climbs from there to the first step that leaves few enough ticks.
        power /= 100;
        while (true)
        {
            foreach (decimal factor in (decimal[])[1, 2, 5])
            {
                if (range / (power * factor) <= most - 1)
                {
                    return power * factor;
                }
            }

            power *= 10;
        }
    }
}
