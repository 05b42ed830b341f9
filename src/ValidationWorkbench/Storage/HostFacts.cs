using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Storage;

/// <summary>What every audit record says about where it was made. Comes from the composition root.</summary>
/// <param name="Host">Machine name.</param>
/// <param name="Tool">Product, version and build of the workbench.</param>
/// <param name="BootId">Identity of the machine's boot; empty where the system does not tell.</param>
/// <param name="Machine">Operating system, runtime and architecture, on record where a run starts or goes on; null where not told.</param>
public sealed record HostFacts(string Host, string Tool, Guid BootId, MachineFacts? Machine = null);
