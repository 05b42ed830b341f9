using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks that say what the plan fixed.</summary>
internal static class PlanParts
{
    /// <summary>Cells to sign in. They stay empty: a name is never printed as if it had signed.</summary>
    public static IReadOnlyList<ContentPart> Approvals(DocumentFacts facts) =>
    [
        new SignaturePart("Signatures. Not electronically signed; to be signed by hand or in the company's quality system.",
            [.. facts.Plan.Signatories.Select(signatory => (signatory.Role, signatory.Name, signatory.Meaning.ToString()))]),
        ParagraphPart.Plain(string.Join(" ", facts.Plan.Signatories.Select(signatory => signatory.Meaning).Distinct().Order().Select(Statement))),
    ];

    /// <summary>The fixed statement behind each meaning.</summary>
    private static string Statement(SignatureMeaning meaning) => meaning switch
    {
        SignatureMeaning.Authored => "Authored: I wrote this document or had it generated, and stand by its content.",
        SignatureMeaning.Reviewed => "Reviewed: I checked the content against its sources within my field.",
        _ => "Approved: I read the document and approve its content for the stated use.",
    };

    public static IReadOnlyList<ContentPart> RevisionHistory(DocumentFacts facts) =>
    [
        new TablePart(string.Empty, [new("Version", 1), new("Date", 2), new("Description", 6)],
            [[facts.Plan.Version, Microseconds.WriteForPeople(facts.AssessedMicros), $"Draft generated from the records of run {facts.RunId}."]]),
    ];

    public static IReadOnlyList<ContentPart> ContextOfUse(DocumentFacts facts)
    {
        var context = facts.Plan.ContextOfUse;
        return
        [
            new FactsPart(
            [
                ("Purpose", context.Purpose),
                ("Criticality", context.Critical ? "Critical: an output could take effect without a human in between." : "Not critical: no output takes effect before a human has reviewed it."),
                ("Reviewed by", context.ReviewedBy),
            ]),
        ];
    }

    public static IReadOnlyList<ContentPart> List(IReadOnlyList<string> items) =>
        items.Count == 0 ? [ParagraphPart.Plain("None stated in the plan.")] : [new ListPart(false, [.. items.Select(item => (IReadOnlyList<TextRun>)[new TextRun(item)])])];

    public static IReadOnlyList<ContentPart> Requirements(DocumentFacts facts) =>
    [
        new TablePart("User requirements", [new("Id", 2), new("Requirement", 7), new("Rationale", 5), new("Risk", 1.6), new("Verified by", 2)],
            [.. facts.Plan.Requirements.Select(requirement => (IReadOnlyList<string>)[requirement.Id, requirement.Text, requirement.Rationale, requirement.Risk.ToString(), Words(requirement.VerifiedBy)])]),
    ];

    /// <summary>The matrix as planned, without any result.</summary>
    public static IReadOnlyList<ContentPart> TracePlan(DocumentFacts facts) =>
    [
        new TablePart("Requirements traced to their verification; gaps are rows, not blanks", [new("Requirement", 2), new("Risk", 1.5), new("Verified by", 3), new("Criteria", 6)],
            [.. facts.Plan.Requirements.Select(requirement => (IReadOnlyList<string>)
            [
                requirement.Id, requirement.Risk.ToString(), Words(requirement.VerifiedBy),
                facts.Plan.Criteria.Where(criterion => criterion.Requirement == requirement.Id).Select(criterion => $"{criterion.Id} {CriterionWords.Name(criterion)}").ToList() is { Count: > 0 } criteria
                    ? string.Join(", ", criteria)
                    : requirement.VerifiedBy == VerificationMethod.Criterion ? "GAP: no criterion of the plan covers it" : "–",
            ])]),
    ];

    public static IReadOnlyList<ContentPart> Criteria(DocumentFacts facts) =>
    [
        new TablePart("Acceptance criteria, fixed before the first call",
            [new("Id", 1.6), new("Criterion", 4), new("Requirement", 2.2), new("Severity", 1.8), new("Required", 3), new("Confidence", 2.1), new("Unit", 1.2), new("Method", 3)],
            [.. facts.Plan.Criteria.Select(criterion => (IReadOnlyList<string>)
            [
                criterion.Id, CriterionWords.Name(criterion), criterion.Requirement, CriterionWords.Kebab(criterion.Severity), CriterionWords.Required(criterion),
                criterion.Method == CriterionMethod.Gate ? "–" : Figures.Setting(criterion.Confidence), CriterionWords.Kebab(criterion.Unit), CriterionWords.Kebab(criterion.Method),
            ])]),
        .. DriftLimits(facts.Plan.Drift),
    ];

    /// <summary>Limits of the checks after acceptance; nothing where the plan fixes none.</summary>
    public static IReadOnlyList<ContentPart> DriftLimits(DriftPlan? drift) => drift is null ? [] :
    [
        new TablePart("Limits of drift checks after acceptance", [new("Limit", 3), new("Value", 7)],
            [
                ["Loss to be ruled out", DriftWords.Margin(drift)],
                ["Move of stated confidence", DriftWords.StatedConfidence(drift)],
                ["Triggers, later run", DriftWords.Triggers(drift)],
                ["Triggers, production", DriftWords.Production(drift)],
            ]),
    ];

    /// <summary>What the criteria can show with these cases.</summary>
    public static IReadOnlyList<ContentPart> StudyDesign(DocumentFacts facts)
    {
        var design = Assessment.StudyDesign.Of(facts.Plan.Criteria, facts.Cases, facts.Configuration.Repeats);
        return
        [
            new TablePart(
                $"Study design with {Figures.Count(facts.Configuration.Repeats, "repeat")}: least number for GO, and probability of GO at assumed true values",
                [new("Id", 1.5), new("Criterion", 3.6), new("Required", 2.8), new("n", 1.1, true), new("Least n", 1.4, true), new("True value: chance of GO", 5)],
                [.. design.Rows.Select(row => (IReadOnlyList<string>)
                [
                    row.Criterion.Id, CriterionWords.Name(row.Criterion), CriterionWords.Required(row.Criterion), row.N.ToString(CultureInfo.InvariantCulture),
                    row.SmallestN?.ToString(CultureInfo.InvariantCulture) ?? "–",
                    string.Join("; ", row.Chances),
                ])]),
            .. design.Impossibilities.Select(line => new NoticePart("No GO possible", line)),
            .. design.Remarks.Select(line => new NoticePart("Limit without meaning", line)),
        ];
    }

    private static string Words(VerificationMethod method) => method switch
    {
        VerificationMethod.Criterion => "criterion",
        VerificationMethod.Record => "record",
        _ => "procedure (not by the tool)",
    };
}
