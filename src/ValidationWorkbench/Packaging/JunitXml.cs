using System.Globalization;
using System.Text;
using System.Xml;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Models;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Packaging;

/// <summary>
/// <c>junit.xml</c> for build servers: one suite of the criteria and one of the candidate's cases. A criterion that is not GO is a failure; a case
/// without an answer is an error, so that trouble at the endpoint never looks like a wrong answer.
/// </summary>
public static class JunitXml
{
    public static PackageFile Write(DocumentFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", facts.RunId);
            WriteCriteria(xml, facts);
            WriteCases(xml, facts);
            xml.WriteEndElement();
        }

        return new PackageFile("junit.xml", stream.ToArray());
    }

    private static void WriteCriteria(XmlWriter xml, DocumentFacts facts)
    {
        var findings = facts.Assessment.Findings;
        StartSuite(xml, "criteria", findings.Count, findings.Count(finding => finding.Verdict != Verdict.Go), 0);
        foreach (var finding in findings)
        {
            WriteCase(xml, "criteria", $"{finding.Criterion.Id} {CriterionWords.Name(finding.Criterion)}",
                finding.Verdict == Verdict.Go ? null : "failure", $"{CriterionWords.Word(finding.Verdict)}: {finding.Reason}");
        }

        xml.WriteEndElement();
    }

    private static void WriteCases(XmlWriter xml, DocumentFacts facts)
    {
        var rows = facts.Cases.Select(entry => (entry.Case.Id, Scores: facts.Scored.Of(entry.Case.Id, ModelRole.Candidate))).ToList();
        static bool IsError((string Id, TrialScore?[] Scores) row) => row.Scores.Any(score => score is null);
        static bool IsFailure((string Id, TrialScore?[] Scores) row) => !IsError(row) && row.Scores.Any(score => score!.Verdict != ScoreVerdict.Right);
        StartSuite(xml, $"cases of {facts.Configuration.Candidate.DisplayName}", rows.Count, rows.Count(IsFailure), rows.Count(IsError));
        foreach (var row in rows)
        {
            WriteCase(xml, "cases", row.Id, IsError(row) ? "error" : IsFailure(row) ? "failure" : null,
                row.Scores.FirstOrDefault(score => score?.Verdict != ScoreVerdict.Right)?.Reason ?? "a repeat has no answer");
        }

        xml.WriteEndElement();
    }

    private static void StartSuite(XmlWriter xml, string name, int tests, int failures, int errors)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Printable(name));
        xml.WriteAttributeString("tests", tests.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", failures.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("errors", errors.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteCase(XmlWriter xml, string suite, string name, string? trouble, string message)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", suite);
        xml.WriteAttributeString("name", Printable(name));
        if (trouble is not null)
        {
            xml.WriteStartElement(trouble);
            xml.WriteAttributeString("message", Printable(message));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Replaces what XML 1.0 cannot hold; messages quote texts of models.</summary>
    private static string Printable(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.Value is 0x9 or 0xA or 0xD or (>= 0x20 and not (0xFFFE or 0xFFFF)) ? rune.ToString() : "\uFFFD"));
}
