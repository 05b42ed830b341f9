namespace ValidationWorkbench.Storage;

/// <summary>How to wait for another process that writes to the same records.</summary>
/// <param name="Longest">Longest time to wait; then opening is refused.</param>
/// <param name="Say">Told once, when waiting begins, in a sentence for the user.</param>
public sealed record WriterWait(TimeSpan Longest, Action<string> Say)
{
    /// <summary>Time between two tries.</summary>
    internal static TimeSpan Interval { get; } = TimeSpan.FromMilliseconds(20);
}
