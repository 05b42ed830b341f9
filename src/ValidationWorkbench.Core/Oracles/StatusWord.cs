using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Oracles;

/// <summary>How oracle files write the status of an estimate.</summary>
internal static class StatusWord
{
    public static string Of(EstimateStatus status) => status switch
    {
        EstimateStatus.Ok => "OK",
        EstimateStatus.Undefined => "UNDEFINED",
        EstimateStatus.Degenerate => "DEGENERATE",
        EstimateStatus.NoUpperBound => "NO_UPPER_BOUND",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };
}
