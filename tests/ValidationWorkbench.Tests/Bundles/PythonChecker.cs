using System.ComponentModel;
using System.Diagnostics;
using ValidationWorkbench.Tests.Architecture;
using Xunit;

namespace ValidationWorkbench.Tests.Bundles;

/// <summary>Runs <c>tools/verify_bundle.py</c>, the checker that shares nothing with the workbench.</summary>
internal static class PythonChecker
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static string Path => System.IO.Path.Combine(SourceTree.Root, "tools", "verify_bundle.py");

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("python3", [Path, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        try
        {
            using var process = Process.Start(start)!;
            using var timeout = new CancellationTokenSource(Longest);
            Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token), error = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return (process.ExitCode, await output, await error);
        }
        catch (Win32Exception exception)
        {
            Assert.Fail($"python3 cannot be started ({exception.Message}). The checker for third parties is written in Python; these tests need Python 3.8 or later on the path.");
            throw;
        }
    }
}
