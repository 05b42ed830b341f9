using ValidationWorkbench.Models;

namespace ValidationWorkbench.Replay;

/// <summary>What the bytes of a call say, and their way into the records.</summary>
/// <typeparam name="T">What becomes of the call.</typeparam>
/// <param name="Result">What became of it.</param>
/// <param name="Fault">Its fault; null for an answer.</param>
/// <param name="Used">Tokens used.</param>
/// <param name="Recorded">Ends when the record is on the disk.</param>
internal sealed record CallRecord<T>(T Result, EndpointFault? Fault, TokenUsage Used, Task Recorded);
