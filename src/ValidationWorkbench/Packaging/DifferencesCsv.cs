using System.Text;
using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Packaging;

/// <summary>
/// <c>differences.csv</c>: matched steps of baseline and candidate that differ in a critical token, with columns for an expert's disposition. Filled in,
/// it can be put on record.
/// </summary>
public static class DifferencesCsv
{
    public static PackageFile Write(DocumentFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var csv = new StringBuilder(CsvLine.Of(
            ["caseId", "difference", "baseline", "candidate", "onlyBaseline", "onlyCandidate", "disposition", "expert", "reason"]));
        foreach (var (_, testCase) in facts.Cases)
        {
            foreach (var difference in facts.Scored.Likeness.GetValueOrDefault(testCase.Id)?.Differences ?? [])
            {
                csv.Append(CsvLine.Of(
                [
                    testCase.Id, difference.Id, difference.Baseline, difference.Candidate,
                    string.Join(' ', difference.OnlyBaseline), string.Join(' ', difference.OnlyCandidate),
                    difference.Disposition?.Word, difference.Disposition?.Expert, difference.Disposition?.Reason,
                ]));
            }
        }

        return new PackageFile("differences.csv", Encoding.UTF8.GetBytes(csv.ToString()));
    }
}
