using ValidationWorkbench.Models;

namespace ValidationWorkbench.Replay;

/// <summary>A call that was made.</summary>
/// <param name="Exchange">What went out and came back.</param>
/// <param name="Started">When it was begun.</param>
/// <param name="IsCancelled">True where the run was stopped while it was under way.</param>
internal sealed record MadeCall(ModelExchange Exchange, DateTimeOffset Started, bool IsCancelled);
