using System.Globalization;

namespace ValidationWorkbench.Audit;

/// <summary>Counts for one check while the records pass by.</summary>
internal sealed class AlcoaTally(AlcoaPrinciple attribute, string statement, string unit = "records")
{
    private readonly List<long> sequences = [];
    private long examined;
    private long failed;
    private string? first;

    /// <summary>Counts one thing.</summary>
    /// <param name="sequence">Record that it belongs to; 0 for none.</param>
    /// <param name="holds">Whether it is as it should be.</param>
    /// <param name="detail">What is wrong with it, asked for only where it does not hold.</param>
    public void Add(long sequence, bool holds, Func<string> detail)
    {
        examined++;
        if (holds)
        {
            return;
        }

        failed++;
        first ??= detail();
        if (sequence > 0 && sequences.Count < AlcoaCheck.MostSequences && !sequences.Contains(sequence))
        {
            sequences.Add(sequence);
        }
    }

    /// <summary>What came of it.</summary>
    public AlcoaCheck ToCheck() => new(
        attribute, statement, examined == 0 ? AlcoaOutcome.NotApplicable : failed == 0 ? AlcoaOutcome.Pass : AlcoaOutcome.Fail,
        examined == 0 ? $"no {unit} to look at"
        : failed == 0 ? string.Create(CultureInfo.InvariantCulture, $"{examined} {unit}, all of them")
        : string.Create(CultureInfo.InvariantCulture, $"{failed} of {examined} {unit} not; the first: {first}"),
        sequences);
}
