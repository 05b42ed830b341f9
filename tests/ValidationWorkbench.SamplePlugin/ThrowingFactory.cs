using Microsoft.Extensions.AI;

namespace ValidationWorkbench.SamplePlugin;

/// <summary>A client that cannot be made.</summary>
public static class ThrowingFactory
{
    public static IChatClient Create(IReadOnlyDictionary<string, string> settings) =>
        throw new InvalidOperationException($"{settings.Count} settings are not enough");
}
