using ValidationWorkbench.Assessment;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks of the migration and rollback plan.</summary>
internal static class MigrationParts
{
    private const string Revalidate = "REVALIDATE";
    private const string Alert = "ALERT";

    /// <summary>Category 2 is retired.</summary>
    private static readonly (string Key, string Name)[] Categories =
        [("1", "1, infrastructure software"), ("3", "3, standard product"), ("4", "4, configured product"), ("5", "5, custom application")];

    public static IReadOnlyList<ContentPart> ByCategory(DocumentFacts facts) =>
    [
        new TablePart("What changes for systems whose category or tests were drafted with the model", [new("GAMP category", 3), new("Change", 9)],
            [.. Categories.Select(category => (IReadOnlyList<string>)
                [category.Name,
                    facts.Plan.Migration?.ByCategory.GetValueOrDefault(category.Key) ?? $"GAP: {ProtocolParts.NotStated.ToLowerInvariant()}"])]),
    ];

    public static IReadOnlyList<ContentPart> Steps(DocumentFacts facts) =>
        Steps("Steps of the migration", "migration: steps", facts.Plan.Migration?.Steps);

    public static IReadOnlyList<ContentPart> RollbackSteps(DocumentFacts facts) =>
        Steps("Steps of the rollback", "migration: rollback: steps", facts.Plan.Migration?.Rollback.Steps);

    /// <summary>Triggers that follow from the rule of drift checks and the criteria, then those that the plan adds.</summary>
    public static IReadOnlyList<ContentPart> Triggers(DocumentFacts facts)
    {
        var drift = facts.Plan.Drift;
        string Limit(Func<DriftPlan, string> words) => drift is null ? "not fixed by the plan" : words(drift);
        List<IReadOnlyList<string>> rows =
        [
            ["Another provider, endpoint, model id, sampling parameter, prompt or reply structure, or an answer under another name or build",
                "none is allowed", Revalidate, "drift check"],
            ["The share of reliably right cases is shown to have fallen by more than the margin", Limit(DriftWords.Margin), Revalidate,
                "drift check"],
            .. facts.Plan.Criteria.Select(criterion => (IReadOnlyList<string>)
                [$"{criterion.Id} {CriterionWords.Name(criterion)} missed", CriterionWords.Required(criterion),
                    criterion.Severity == Severity.Critical || criterion.Method == CriterionMethod.Gate ? Revalidate : Alert, "plan"]),
            ["The data cannot tell whether the share fell by more than the margin", Limit(DriftWords.Margin), Alert, "drift check"],
            ["The stated confidence is shown to have moved", Limit(DriftWords.StatedConfidence), Alert, "drift check"],
            ["A later run moves in another way", Limit(DriftWords.Triggers), Alert, "drift check"],
            ["Answers in production move", Limit(DriftWords.Production), Alert, "drift check"],
            .. (facts.Plan.Migration?.Rollback.Triggers ?? []).Select(trigger => (IReadOnlyList<string>)[trigger, "–", "rollback", "plan"]),
        ];
        return
        [
            new TablePart("Triggers: REVALIDATE means rollback until the model is validated again; ALERT means that a person looks and decides",
                [new("Trigger", 6), new("Limit", 4.4), new("Means", 2.2), new("From", 1.8)], rows),
            ParagraphPart.Plain("A criterion is missed where a later run is NO-GO on it and the reference run was not, or was for other cases."),
        ];
    }

    private static IReadOnlyList<ContentPart> Steps(string caption, string section, IReadOnlyList<MigrationStep>? steps) =>
        steps is not { Count: > 0 }
        ? [new NoticePart("GAP: no steps", $"{ProtocolParts.NotStated} ({section}).")]
        :
        [
            new TablePart($"{caption}. Not executed: the last two columns are filled in by hand",
                [new("No.", 1, true), new("Action", 5), new("Owner", 2.4), new("Check", 4), new("Result", 1.8), new("Done by, date", 2.6)],
                [.. steps.Select((step, i) => (IReadOnlyList<string>)[StatusWords.Number(i + 1), step.Action, step.Owner, step.Check,
                    string.Empty, string.Empty])])
            { ForSigning = true },
        ];
}
