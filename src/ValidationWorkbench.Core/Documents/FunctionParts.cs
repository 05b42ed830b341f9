using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks of the functional specification.</summary>
internal static class FunctionParts
{
    /// <summary>The functions, then the requirements that no function answers to.</summary>
    public static IReadOnlyList<ContentPart> Functions(DocumentFacts facts)
    {
        if (facts.Plan.Functions.Count == 0)
        {
            return [new NoticePart("Not stated in the plan",
                "The plan has no section \"functions\": how the requirements are met is not specified.")];
        }

        var missing = TraceMatrix.Of(facts).Where(row => row.Functions.Count == 0).ToList();
        return
        [
            new TablePart("Functions", [new("Id", 1.6), new("Function", 6), new("Requirements", 2.6), new("Configured by", 4)],
                [.. facts.Plan.Functions.Select(function => (IReadOnlyList<string>)
                    [function.Id, function.Text, string.Join(", ", function.Requirements), function.ConfiguredBy])]),
            missing.Count == 0 ? ParagraphPart.Plain("Every requirement of the plan has a function.")
                : new TablePart("Requirements without a function", [new("Requirement", 2), new("Text", 7), new("Remark", 4)],
                    [.. missing.Select(row => (IReadOnlyList<string>)
                    [
                        row.Requirement.Id, row.Requirement.Text,
                        row.State == TraceState.NotAutomatable ? "a procedure of the company, no function of the set-up"
                            : "GAP: no function answers to it",
                    ])]),
        ];
    }

    /// <summary>What is put on record, in the order of the list that the code has.</summary>
    public static IReadOnlyList<ContentPart> AuditEvents(DocumentFacts facts) =>
    [
        new TablePart("Events of the audit trail", [new("Event", 3), new("Meaning", 8)],
            [.. AuditAction.Texts.Select(entry => (IReadOnlyList<string>)[entry.Key, entry.Value])]),
    ];
}
