using System.Text;
using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Runs;

/// <summary>What a run was executed on, as the machine names itself.</summary>
/// <param name="OperatingSystem">Name and version of the system, with that of its kernel.</param>
/// <param name="Runtime">.NET runtime with its version.</param>
/// <param name="Architecture">Processor architecture of the process.</param>
public sealed record MachineFacts(string OperatingSystem, string Runtime, string Architecture)
{
    /// <summary>The machine that the state after of a record tells; null where it tells none, as records of earlier versions.</summary>
    /// <exception cref="FormatException">The text is none that was written by a run.</exception>
    public static MachineFacts? Read(string? after) => after is null ? null : CanonicalJson.Read<Told>(Encoding.UTF8.GetBytes(after)).Machine;

    private sealed record Told(MachineFacts? Machine);
}
