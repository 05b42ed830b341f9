namespace ValidationWorkbench.Models.Endpoints;

/// <summary>The models that the workbench knows, under all their names.</summary>
public static class ModelRegistry
{
    private static readonly Lazy<IReadOnlyList<ModelCard>> Shipped = new(() => EmbeddedData.Read<IReadOnlyList<ModelCard>>("models.json"));

    private static readonly Lazy<Dictionary<string, ModelCard>> ByName = new(() => All
        .SelectMany(card => card.Ids.Values.Append(card.Name).Distinct(StringComparer.OrdinalIgnoreCase).Select(id => (id, card)))
        .ToDictionary(entry => entry.id, entry => entry.card, StringComparer.OrdinalIgnoreCase));

    /// <summary>All models, in the order of the file.</summary>
    public static IReadOnlyList<ModelCard> All => Shipped.Value;

    /// <summary>The model of an id, whichever provider's it is; null for an unknown one, of which nothing is assumed.</summary>
    public static ModelCard? Find(string id) => ByName.Value.GetValueOrDefault(id);

    /// <summary>True where two ids are known to name the same model.</summary>
    public static bool AreSame(string first, string second) => Find(first) is { } card && ReferenceEquals(card, Find(second));
}
