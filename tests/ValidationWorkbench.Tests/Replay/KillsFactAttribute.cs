using Xunit;

namespace ValidationWorkbench.Tests.Replay;

/// <summary>A test that kills programs for half a minute or longer; it runs where <c>VWB_KILLS</c> says how often.</summary>
internal sealed class KillsFactAttribute : FactAttribute
{
    public KillsFactAttribute()
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable("VWB_KILLS"), out _))
        {
            Skip = "set VWB_KILLS to the number of kills, such as 20";
        }
    }
}
