using ValidationWorkbench.Models;

namespace ValidationWorkbench.Replay;

/// <summary>How a model is asked in a run.</summary>
/// <param name="Endpoints">Where, the first one first; each further one only while those before it are down.</param>
/// <param name="WarmUp">Asks the first endpoint without recording, for the call before the first trial; null where none is made.</param>
internal sealed record ModelAccess(IReadOnlyList<EndpointAccess> Endpoints, IModelClient? WarmUp);
