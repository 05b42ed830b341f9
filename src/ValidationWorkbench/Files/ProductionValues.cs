using System.Globalization;
using System.Text.RegularExpressions;

namespace ValidationWorkbench.Files;

/// <summary>Values of a production file, read without regard to the language of the machine.</summary>
internal static partial class ProductionValues
{
    private const int LongestCategory = 200;
    private const int LongestExcerpt = 60;

    private static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd' 'HH:mmK"];

    /// <summary>A category as it stands there, without spaces around it.</summary>
    public static string Category(string text, Action<string> onFault)
    {
        var category = text.Trim();
        if (category.Length == 0)
        {
            onFault("the category is empty; write \"undecided\" where the model did not decide.");
        }
        else if (category.Length > LongestCategory || category.Any(char.IsControl))
        {
            onFault(string.Create(CultureInfo.InvariantCulture, $"a category of at most {LongestCategory} characters on one line is needed."));
        }

        return category;
    }

    /// <summary>A share, or null where there is none.</summary>
    public static double? Confidence(string text, Action<string> onFault)
    {
        var number = text.Trim();
        if (number.Length == 0)
        {
            return null;
        }

        if (double.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1)
        {
            return share;
        }

        onFault($"confidence: found \"{Excerpts.Cut(number, LongestExcerpt)}\"; a number from 0 to 1 with a decimal point is needed.");
        return null;
    }

    /// <summary>A time in microseconds since 1970-01-01 UTC, or null where there is none. A date alone is its first moment in UTC.</summary>
    public static long? Time(string text, Action<string> onFault)
    {
        var time = text.Trim();
        if (time.Length == 0)
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(time, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            || (EndsWithZone().IsMatch(time) && DateTimeOffset.TryParseExact(time, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out at)))
        {
            return Microseconds.Of(at);
        }

        onFault($"at: found \"{Excerpts.Cut(time, LongestExcerpt)}\"; a date, or a time such as 2026-11-21T07:50:12Z with Z or an offset, is needed.");
        return null;
    }

    [GeneratedRegex(@"(?:Z|[+-]\d\d:\d\d)\z")]
    private static partial Regex EndsWithZone();
}
