using System.Globalization;
using Xunit;

namespace ValidationWorkbench.Tests.Replay;

/// <summary>A fact that kills programs for half a minute or longer; skipped where <c>VWB_KILLS</c> does not say how often.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class KillsFactAttribute : FactAttribute
{
    public KillsFactAttribute() => Skip = Wanted is null ? "set VWB_KILLS to the number of kills, such as 20" : null;

    /// <summary>Number of kills; null where nobody wants any.</summary>
    public static int? Wanted =>
        int.TryParse(Environment.GetEnvironmentVariable("VWB_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
