namespace ValidationWorkbench.Pdf.Checks;

/// <summary>The rules of a scale: two ends that ascend, and nothing outside of them.</summary>
internal static class AxisCheck
{
    private const int LongestLabel = 40;
    private const double Farthest = 1e12;
    private const double Nearest = 1e-9;

    public static void Verify(ChartAxis axis, string place)
    {
        Label(axis.Title, $"{place}, title of a scale");
        Require.That(
            double.IsFinite(axis.Minimum) && double.IsFinite(axis.Maximum) && axis.Minimum < axis.Maximum,
            place,
            $"the scale runs from {axis.Minimum} to {axis.Maximum}; it needs two finite ends in ascending order");
        Require.That(
            Math.Abs(axis.Minimum) <= Farthest && Math.Abs(axis.Maximum) <= Farthest && axis.Maximum - axis.Minimum >= Nearest,
            place,
            $"the scale runs from {axis.Minimum} to {axis.Maximum}; the ends must be at least {Nearest} apart and at most {Farthest} from zero");
    }

    public static void Limits(IReadOnlyList<ChartLimit> limits, ChartAxis axis, string place)
    {
        foreach (ChartLimit limit in limits)
        {
            Label(limit.Label, $"{place}, limit");
            Value(limit.Value, axis, $"{place}, limit \"{limit.Label}\"");
        }
    }

    /// <summary>A text that stands on one line within the drawing.</summary>
    public static void Label(string text, string place)
    {
        TextCheck.VerifyTitle(text, place);
        TextCheck.VerifyLine(text, place);
        Require.That(text.Length <= LongestLabel, place, $"the text has {text.Length} characters; at most {LongestLabel} are allowed");
    }

    public static void Value(double value, ChartAxis axis, string place) => Require.That(
        value >= axis.Minimum && value <= axis.Maximum,
        place,
        $"the value is {value}; the scale covers {axis.Minimum} to {axis.Maximum}");
}
