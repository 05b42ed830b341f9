using System.Text;
using System.Text.Json;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Storage;

/// <summary>What the audit record of a planned run says about it: every column of its row, and the configuration itself.</summary>
public static class RunFacts
{
    /// <summary>JSON text.</summary>
    /// <param name="run">The run as planned.</param>
    /// <param name="configuration">Canonical JSON of its configuration.</param>
    public static string Write(Run run, ReadOnlySpan<byte> configuration)
    {
        ArgumentNullException.ThrowIfNull(run);
        using var document = JsonDocument.Parse(configuration.ToArray());
        return CanonicalJson.WriteText(new
        {
            run.Planned,
            plannedAt = Microseconds.Write(run.PlannedMicros),
            run.Baseline,
            run.Candidate,
            configuration = document.RootElement,
        });
    }

    /// <summary>True where the record's text says what stands in the row; its configuration is compared by hash.</summary>
    /// <exception cref="FormatException">The text is none that was written here.</exception>
    public static bool Agree(string text, Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return CanonicalJson.Read<Told>(Encoding.UTF8.GetBytes(text))
            == new Told(run.Planned, Microseconds.Write(run.PlannedMicros), run.Baseline, run.Candidate);
    }

    private sealed record Told(int Planned, string PlannedAt, string Baseline, string Candidate);
}
