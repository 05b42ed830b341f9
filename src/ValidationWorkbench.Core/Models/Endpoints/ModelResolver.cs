namespace ValidationWorkbench.Models.Endpoints;

/// <summary>Fills in what a plan leaves to the preset of the provider and to the registry of models.</summary>
public static class ModelResolver
{
    /// <summary>The model with endpoint, id, settings and price as they will be used. A model that was resolved before, or has no endpoint, stays as it is.</summary>
    /// <param name="model">The model as the plan declares it.</param>
    /// <param name="extractHarmony">Whether marks of channels that leak into the content are looked for: the same for all models of a plan.</param>
    public static ModelSpec Resolve(ModelSpec model, bool extractHarmony = true)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!model.HasEndpoint || model.Settings is not null || ProviderPresets.Find(model.Provider) is not { } preset)
        {
            return model;
        }

        var card = ModelRegistry.Find(model.Model);
        return model with
        {
            Endpoint = model.Endpoint ?? preset.Endpoint,
            Model = card is null ? model.Model : IdAt(card, preset, model.Model),
            Settings = (model.Connection ?? new ConnectionOverrides()).Over(card is null ? preset.Settings : Fit(preset.Settings, card)) with { ExtractHarmony = extractHarmony },
            Price = model.Price ?? card?.Prices.GetValueOrDefault(preset.Name),
            Alternatives = model.Fallbacks is { Count: > 0 } fallbacks ? [.. fallbacks.Select(fallback => Resolve(fallback.Instead(model), extractHarmony))]
                : null,
        };
    }

    /// <summary>An id that the plan writes as some provider's stays; the common name becomes this provider's id.</summary>
    private static string IdAt(ModelCard card, ProviderPreset preset, string written) => written == card.Name ? card.IdAt(preset.Name) : written;

    private static EndpointSettings Fit(EndpointSettings preset, ModelCard card)
    {
        List<string> omitted = [.. preset.Omit];
        if (!card.Temperature)
        {
            omitted.AddRange(["temperature", "top_p"]);
        }

        if (!card.Seed)
        {
            omitted.Add("seed");
        }

        return preset with
        {
            Omit = [.. omitted.Distinct(StringComparer.Ordinal)],
            LengthField = preset.PathStyle == PathStyle.OllamaNative ? preset.LengthField : card.LengthField ?? preset.LengthField,
            StructuredOutput = card.JsonSchema ? preset.StructuredOutput : StructuredOutput.Prompt,
            ContextWindow = preset.ContextWindow ?? card.ContextWindow,
        };
    }
}
