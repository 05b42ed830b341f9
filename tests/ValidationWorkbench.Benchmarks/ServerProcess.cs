using System.Diagnostics;
using System.Globalization;

namespace ValidationWorkbench.Benchmarks;

/// <summary>The server in a process of its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly HttpClient http = new();

    private ServerProcess(Process process, string address) => (this.process, Address) = (process, address);

    public string Address { get; }

    public static ServerProcess Start(int latencyMilliseconds, double errorShare)
    {
        var process = Own(["serve", latencyMilliseconds.ToString(CultureInfo.InvariantCulture), errorShare.ToString(CultureInfo.InvariantCulture)]);
        return new ServerProcess(process, process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the server did not start"));
    }

    /// <summary>What <see cref="CallLog.Take"/> says.</summary>
    public Task<string> TakeServedAsync(int skip) => http.GetStringAsync(new Uri($"{Address[..^"/v1".Length]}/served?skip={skip.ToString(CultureInfo.InvariantCulture)}"));

    /// <summary>This program again, for another part of a measurement.</summary>
    public static Process Own(IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(ServerProcess).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardInput = true })!;

    public void Dispose()
    {
        http.Dispose();
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
