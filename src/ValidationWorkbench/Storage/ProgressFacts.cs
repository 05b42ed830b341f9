using System.Text.Json.Serialization;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Storage;

/// <summary>State after of the records that tell how far a run is.</summary>
/// <param name="Counts">What became of the planned trials.</param>
/// <param name="Machine">What it is executed on; left out where that is not known.</param>
public sealed record ProgressFacts(
    object Counts, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MachineFacts? Machine)
{
    /// <summary>JSON text.</summary>
    public string Write() => CanonicalJson.WriteText(this);
}
