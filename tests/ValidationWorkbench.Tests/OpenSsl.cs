using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace ValidationWorkbench.Tests;

/// <summary>The openssl program of this machine: another opinion on signatures, and a maker of certificates and time stamps.</summary>
internal static class OpenSsl
{
    /// <summary>Its output; an exception with its words where it fails.</summary>
    public static string Run(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : throw new InvalidOperationException($"openssl {arguments[0]}: {error.Result}");
        }
        catch (Win32Exception exception)
        {
            Assert.Fail($"openssl cannot be started ({exception.Message}). The tests of signatures and time stamps need it on the path.");
            throw;
        }
    }
}
