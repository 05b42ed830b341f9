using System.Collections;
using System.Globalization;
using FluentValidation.Results;

namespace ValidationWorkbench.Files;

/// <summary>Turns the failures of FluentValidation into faults with a place in the file. A rule's message says what is allowed.</summary>
internal static class RuleFaults
{
    public static void Add(YamlSource source, ValidationResult result)
    {
        foreach (var failure in result.Errors)
        {
            var path = string.Join('.', failure.PropertyName.Split('.').Where(part => part.Length > 0).Select(part => string.Concat(char.ToLowerInvariant(part[0]).ToString(), part.AsSpan(1))));

            // A key pasted into one of these must not be repeated on a terminal or in a record.
            var mayHoldSecret = path.EndsWith("keyVariable", StringComparison.Ordinal) || path.EndsWith("keyFile", StringComparison.Ordinal)
                || path.EndsWith("endpoint", StringComparison.Ordinal) || path.EndsWith("passwordVariable", StringComparison.Ordinal);
            source.Add(path, $"{(mayHoldSecret ? string.Empty : Found(failure.AttemptedValue))}{failure.ErrorMessage}");
        }
    }

    private static string Found(object? value) => value switch
    {
        null => string.Empty,
        string text => $"found \"{(text.Length <= 60 ? text : $"{Excerpts.Cut(text, 60)}…")}\"; ",
        bool flag => $"found {(flag ? "true" : "false")}; ",
        Enum => $"found {Assessment.CriterionWords.Kebab(value.ToString()!)}; ",
        IEnumerable => string.Empty,
        IFormattable number => $"found {number.ToString(null, CultureInfo.InvariantCulture)}; ",
        _ => string.Empty,
    };
}
