using ValidationWorkbench.Models;

namespace ValidationWorkbench.Replay;

/// <summary>How a model is asked in a run.</summary>
/// <param name="Endpoints">Where, the first one first; each further one only while those before it are down.</param>
/// <param name="Plain">Asks the first endpoint without recording, for calls that are no trials; null where nobody is asked.</param>
internal sealed record ModelAccess(IReadOnlyList<EndpointAccess> Endpoints, IModelClient? Plain);
