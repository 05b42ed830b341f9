using System.Text.RegularExpressions;

namespace ValidationWorkbench.Scoring;

/// <summary>Ids of a case's requirements. A step that names one, such as "URS-003", states no number by it.</summary>
public sealed class ReferenceIds
{
    private readonly Regex? pattern;

    /// <param name="ids">Ids as the case writes them; letter case does not matter.</param>
    public ReferenceIds(IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);

        // The longest first, so that "UR-1.2" is not read as "UR-1" and a number.
        var words = ids.Where(id => id.Length > 0).OrderByDescending(id => id.Length).Select(Regex.Escape).ToList();
        pattern = words.Count == 0 ? null
            : new Regex($@"(?<![\p{{L}}\p{{Nd}}])(?:{string.Join('|', words)})(?![\p{{L}}\p{{Nd}}])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    }

    /// <summary>The step without them.</summary>
    public OqStep RemoveFrom(OqStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return pattern is null ? step : step with { Action = pattern.Replace(step.Action, " "), ExpectedResult = pattern.Replace(step.ExpectedResult, " ") };
    }
}
