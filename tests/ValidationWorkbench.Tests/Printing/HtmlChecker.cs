using System.Diagnostics;
using ValidationWorkbench.Tests.Architecture;

namespace ValidationWorkbench.Tests.Printing;

/// <summary>The npm package html-validate, which was written by others: it reads our pages with their eyes.</summary>
internal static class HtmlChecker
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Why it cannot be used here; null where it can.</summary>
    public static string? Missing { get; } = File.Exists(Program) ? null
        : $"{Path.GetRelativePath(SourceTree.Root, Program)} is missing; .ci/run installs it where npm is at hand.";

    private static string Program => Path.Combine(SourceTree.Root, "artifacts", "html-validate", "node_modules", "html-validate", "bin", "html-validate.mjs");

    /// <summary>What it finds in files, by its recommended rules but for advice on the length of titles, which follow from the plan.</summary>
    public static async Task<(int ExitCode, string Findings)> CheckAsync(IEnumerable<string> files)
    {
        var start = new ProcessStartInfo("node", [Program, "--preset", "recommended", "--rule", "long-title:off", "--formatter", "text", .. files]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Longest);
        Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token), error = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        return (process.ExitCode, await output + await error);
    }
}
