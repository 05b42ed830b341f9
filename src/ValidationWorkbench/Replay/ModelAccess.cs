using ValidationWorkbench.Models;

namespace ValidationWorkbench.Replay;

/// <summary>How a model is asked in a run.</summary>
/// <param name="Client">Asks, and keeps a recording where one is wanted.</param>
/// <param name="Gate">Way to its endpoint; null where there is none: simulated, or played from a recording.</param>
/// <param name="WarmUp">Asks without recording, for the call before the first trial; null where none is made.</param>
internal sealed record ModelAccess(IModelClient Client, EndpointGate? Gate, IModelClient? WarmUp);
