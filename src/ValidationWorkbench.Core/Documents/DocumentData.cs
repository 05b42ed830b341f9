using ValidationWorkbench.Assessment;

namespace ValidationWorkbench.Documents;

/// <summary>What a template can name: values, conditions and lists, as a tree.</summary>
public static class DocumentData
{
    private static readonly Dictionary<string, Func<DocumentFacts, bool>> Conditions = new(StringComparer.Ordinal)
    {
        ["is-demonstration"] = facts => facts.Recommendation.IsDemonstration,
        ["is-critical"] = facts => facts.Plan.ContextOfUse.Critical,
        ["is-releasable"] = ReleaseParts.IsReleasable,
        ["is-go"] = facts => facts.Recommendation.Outcome == Decisions.Outcome.Go,
    };

    private static readonly IReadOnlyList<DataList> Lists =
    [
        DataList.Of("requirements", facts => facts.Plan.Requirements,
            ("id", requirement => requirement.Id), ("text", requirement => requirement.Text), ("rationale", requirement => requirement.Rationale),
            ("risk", requirement => CriterionWords.Kebab(requirement.Risk)), ("verified-by", requirement => CriterionWords.Kebab(requirement.VerifiedBy))),
        DataList.Of("criteria", facts => facts.Plan.Criteria,
            ("id", criterion => criterion.Id), ("name", CriterionWords.Name), ("requirement", criterion => criterion.Requirement),
            ("required", CriterionWords.Required), ("severity", criterion => CriterionWords.Kebab(criterion.Severity)),
            ("method", criterion => CriterionWords.Kebab(criterion.Method)), ("confidence", criterion => Figures.Setting(criterion.Confidence))),
        DataList.Of("signatories", facts => facts.Plan.Signatories,
            ("name", signatory => signatory.Name), ("role", signatory => signatory.Role), ("meaning", signatory => CriterionWords.Kebab(signatory.Meaning))),
        DataList.Of("documents", facts => facts.Documents, (kind, facts) => (Kind: kind, Number: kind.NumberIn(facts.Plan)),
            ("title", entry => entry.Kind.Title), ("number", entry => entry.Number.Number), ("version", entry => entry.Number.Version)),
    ];

    /// <summary>Names of values, conditions and lists.</summary>
    public static IReadOnlyList<string> Names =>
        [.. DocumentValues.Names, .. Conditions.Keys, .. Lists.Select(list => $"{list.Name} ({string.Join(", ", list.Fields)})")];

    /// <summary>The tree of a run.</summary>
    public static IReadOnlyDictionary<string, object> Of(DocumentFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Tree(name => DocumentValues.Of(name, facts), condition => Conditions[condition](facts), list => list.Items(facts));
    }

    /// <summary>A tree that has every name, to check a template before there is a run.</summary>
    /// <param name="isFull">True for conditions that hold and lists of one item, false for the opposite.</param>
    public static IReadOnlyDictionary<string, object> Sample(bool isFull) => Tree(
        name => name, _ => isFull, list => isFull ? [list.Fields.ToDictionary(field => field, field => (object)field)] : []);

    private static Dictionary<string, object> Tree(
        Func<string, string> value, Func<string, bool> condition, Func<DataList, IReadOnlyList<IReadOnlyDictionary<string, object>>> items)
    {
        var tree = DocumentValues.Names.ToDictionary(name => name, name => (object)value(name), StringComparer.Ordinal);
        foreach (var name in Conditions.Keys)
        {
            tree[name] = condition(name);
        }

        foreach (var list in Lists)
        {
            tree[list.Name] = items(list);
        }

        return tree;
    }
}
