using System.Text;
using ValidationWorkbench.Documents;

namespace ValidationWorkbench.Packaging;

/// <summary><c>differences.csv</c>: matched steps of baseline and candidate that differ in a critical token, with a column for an expert's disposition.</summary>
public static class DifferencesCsv
{
    public static PackageFile Write(DocumentFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var csv = new StringBuilder(CsvLine.Of(["caseId", "baseline", "candidate", "onlyBaseline", "onlyCandidate", "disposition"]));
        foreach (var (_, testCase) in facts.Cases)
        {
            foreach (var difference in facts.Scored.Likeness.GetValueOrDefault(testCase.Id)?.Differences ?? [])
            {
                csv.Append(CsvLine.Of([testCase.Id, difference.Baseline, difference.Candidate, string.Join(' ', difference.OnlyBaseline), string.Join(' ', difference.OnlyCandidate), null]));
            }
        }

        return new PackageFile("differences.csv", Encoding.UTF8.GetBytes(csv.ToString()));
    }
}
