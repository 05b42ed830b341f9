using Spectre.Console;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Monitoring;

namespace ValidationWorkbench.Cli.Output;

/// <summary>Limits of drift checks with where they come from, as text.</summary>
internal static class DriftLimits
{
    /// <summary>All of them, as a plan fixes them.</summary>
    public static void Write(IAnsiConsole console, DriftSettings settings)
    {
        WriteForRuns(console, settings);
        MonitoringLines.WriteFact(console, "Production", DriftWords.Production(settings.Limits));
    }

    /// <summary>Those that a later run is held against.</summary>
    public static void WriteForRuns(IAnsiConsole console, DriftSettings settings)
    {
        string From(string source) => source == settings.Source ? string.Empty : $" ({source})";
        WriteSource(console, settings);
        MonitoringLines.WriteFact(console, "Margin", DriftWords.Margin(settings.Limits) + From(settings.MarginSource));
        MonitoringLines.WriteFact(
            console, "Confidence", $"stated, mean moved by {DriftWords.StatedConfidence(settings.Limits)}{From(settings.StatedConfidenceSource)}");
        MonitoringLines.WriteFact(console, "Triggers", DriftWords.Triggers(settings.Limits));
    }

    /// <summary>Those that answers in production are held against.</summary>
    public static void WriteForProduction(IAnsiConsole console, DriftSettings settings)
    {
        WriteSource(console, settings);
        MonitoringLines.WriteFact(console, "Triggers", DriftWords.Production(settings.Limits));
    }

    private static void WriteSource(IAnsiConsole console, DriftSettings settings) => MonitoringLines.WriteFact(console, "Limits", settings.Source);
}
