namespace ValidationWorkbench.Runs;

/// <summary>The recording from which the baseline of a run is answered, as the plan pins it.</summary>
/// <param name="Sha256">SHA-256 of its <c>recording.json</c>, which names everything else by its hash.</param>
/// <param name="IndexSha256">SHA-256 of its index.</param>
/// <param name="FirstAt">End of its first call, in UTC.</param>
/// <param name="LastAt">End of its last call, in UTC.</param>
/// <param name="Calls">Its calls, failed ones included.</param>
/// <param name="Tool">Workbench that recorded it.</param>
public sealed record FrozenBaseline(string Sha256, string IndexSha256, string FirstAt, string LastAt, int Calls, string Tool)
{
    /// <summary>When, by what and which, in one line.</summary>
    public string Describe() => $"a recording made from {FirstAt} to {LastAt} by {Tool}, SHA-256 {Sha256}";
}
