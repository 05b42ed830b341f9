using System.Globalization;

namespace ValidationWorkbench.Monitoring;

/// <summary>How a p is written for people: never as 0, which no p is.</summary>
public static class PText
{
    private const double Smallest = 0.0001;

    /// <summary>Such as <c>p = 0.0374</c> or <c>p &lt; 0.0001</c>.</summary>
    public static string Of(double p) => p < Smallest ? "p < 0.0001" : string.Create(CultureInfo.InvariantCulture, $"p = {p:0.####}");
}
