namespace ValidationWorkbench.Documents;

/// <summary>A list that a template can go through with <c>{{#each name}}</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fields">Names that stand within the loop.</param>
/// <param name="Items">The items with a value for each field.</param>
public sealed record DataList(string Name, IReadOnlyList<string> Fields, Func<DocumentFacts, IReadOnlyList<IReadOnlyDictionary<string, object>>> Items)
{
    /// <summary>A list over objects.</summary>
    public static DataList Of<T>(string name, Func<DocumentFacts, IEnumerable<T>> items, params (string Name, Func<T, string> Value)[] fields) =>
        Of(name, items, (item, _) => item, fields);

    /// <summary>A list over objects whose values need the facts of the run as well.</summary>
    public static DataList Of<TItem, TContext>(
        string name, Func<DocumentFacts, IEnumerable<TItem>> items, Func<TItem, DocumentFacts, TContext> join, params (string Name, Func<TContext, string> Value)[] fields) =>
        new(name, [.. fields.Select(field => field.Name)], facts =>
            [.. items(facts).Select(item => join(item, facts)).Select(item => fields.ToDictionary(field => field.Name, field => (object)field.Value(item)))]);
}
