namespace ValidationWorkbench.SamplePlugin;

/// <summary>A type that no plan should name.</summary>
public sealed class NotAClient;
