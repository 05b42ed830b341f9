using System.Globalization;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Documents;

/// <summary>Figures with the state they are in: one that does not exist is said to be UNDEFINED and is no blank.</summary>
internal static class StatusWords
{
    public static string Of(EstimateStatus status) => status switch
    {
        EstimateStatus.Undefined => "UNDEFINED",
        EstimateStatus.Degenerate => "DEGENERATE",
        EstimateStatus.NoUpperBound => "NO UPPER BOUND",
        EstimateStatus.NoDiscordant => "NO DISCORDANT CASE",
        _ => "OK",
    };

    /// <summary>A whole number.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A figure with three decimals.</summary>
    public static string Value(double? value) =>
        value is { } number ? number.ToString("0.000", CultureInfo.InvariantCulture) : Of(EstimateStatus.Undefined);

    /// <summary>A share, such as <c>97.8 %</c>.</summary>
    public static string Share(double? share) => share is { } value ? Assessment.Figures.Percent(value) : Of(EstimateStatus.Undefined);
}
