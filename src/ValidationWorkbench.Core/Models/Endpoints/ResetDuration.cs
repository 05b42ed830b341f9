using System.Globalization;
using System.Text.RegularExpressions;

namespace ValidationWorkbench.Models.Endpoints;

/// <summary>Reads how long until a limit is free again, as headers write it: <c>12ms</c>, <c>1m2.5s</c>, <c>6m0s</c>, or a number of seconds.</summary>
public static partial class ResetDuration
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2);

    /// <summary>The duration, at least zero; null where the text is none, or longer than two days, as a point in time would be.</summary>
    public static TimeSpan? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Pattern().Match(text.Trim());
        if (!match.Success)
        {
            return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
        }

        double Part(string name) => match.Groups[name].Success ? double.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var total = (86400 * Part("d")) + (3600 * Part("h")) + (60 * Part("min")) + Part("s") + (Part("ms") / 1000);
        return total <= Longest.TotalSeconds ? TimeSpan.FromSeconds(total) : null;
    }

    [GeneratedRegex(@"\A(?=\d)(?:(?<d>\d{1,4})d)?(?:(?<h>\d{1,6})h)?(?:(?<min>\d{1,8})m(?!s))?(?:(?<s>\d{1,9}(?:\.\d+)?)s)?(?:(?<ms>\d{1,12}(?:\.\d+)?)ms)?\z(?<=[dhms])", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
