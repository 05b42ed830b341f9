namespace ValidationWorkbench.Models.Endpoints;

/// <summary>The presets that travel with the workbench.</summary>
public static class ProviderPresets
{
    /// <summary>The preset of an endpoint of one's own, of which nothing is known but that it speaks the OpenAI protocol.</summary>
    public const string Custom = "custom";

    private static readonly Lazy<IReadOnlyList<ProviderPreset>> Shipped = new(() => EmbeddedData.Read<IReadOnlyList<ProviderPreset>>("providers.json"));

    /// <summary>All presets, in the order of the file.</summary>
    public static IReadOnlyList<ProviderPreset> All => Shipped.Value;

    /// <summary>The preset of a name; null where there is none.</summary>
    public static ProviderPreset? Find(string name) => All.FirstOrDefault(preset => preset.Name == name);
}
