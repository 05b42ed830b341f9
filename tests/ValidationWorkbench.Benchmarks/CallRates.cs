using System.Diagnostics;
using System.Globalization;

namespace ValidationWorkbench.Benchmarks;

/// <summary>
/// Calls with all records kept against a bare loop of <see cref="HttpClient"/>, in turn, on one server. Server and both clients are processes of their own, so that
/// processor time and memory are those of the client alone.
/// </summary>
internal static class CallRates
{
    private const int Few = 1000, Usual = 64, Latency = 50, Rounds = 3;

    public static async Task MeasureAsync(int many)
    {
        Console.WriteLine("calls    at once   latency   calls/s   bare/s   ratio (goal 0.5)   ms CPU per call (goal 0.6)   peak memory (goal 200 MiB)");
        using (var server = Server.Start(0, 0))
        {
            foreach (var concurrency in new[] { 1, 16, 256 })
            {
                await MeasureAsync(server.Address, Few, concurrency, 0);
            }

            var few = await MeasureAsync(server.Address, Few, Usual, 0);
            var all = await MeasureAsync(server.Address, many, Usual, 0);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CPU per call, {many} to {Few} calls: {all / few:0.00} (goal 1.15)"));
        }

        using (var server = Server.Start(0, 0.05))
        {
            Console.WriteLine("with 5 % errors:");
            await MeasureAsync(server.Address, Few, Usual, 0);
        }

        using (var server = Server.Start(Latency, 0))
        {
            await MeasureAsync(server.Address, many, Usual, Latency);
        }
    }

    /// <summary>Medians of the rounds; returns the CPU time per call.</summary>
    private static async Task<double> MeasureAsync(string address, int count, int concurrency, int latency)
    {
        var rounds = new List<(double Rate, double Bare, double Cpu, double Peak)>();
        for (var round = 0; round < Rounds; round++)
        {
            var ours = await AskAsync(address, count, concurrency, "records");
            var bare = await AskAsync(address, count, concurrency, "bare");
            rounds.Add((count / ours.Wall, count / bare.Wall, 1000 * ours.Cpu / count, ours.Peak));
        }

        double Median(Func<(double Rate, double Bare, double Cpu, double Peak), double> of) => Bench.Median(rounds.Select(of));
        var ideal = latency == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"   of the ideal {Median(r => r.Rate) / (concurrency * 1000.0 / latency):0.000} (goal 0.95)");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count,6} {concurrency,8} {latency,6} ms {Median(r => r.Rate),9:0} {Median(r => r.Bare),8:0} {Median(r => r.Rate / r.Bare),8:0.00} {Median(r => r.Cpu),20:0.00} {Median(r => r.Peak),26:0}{ideal}"));
        return Median(r => r.Cpu);
    }

    private static async Task<(double Wall, double Cpu, double Peak)> AskAsync(string address, int count, int concurrency, string way)
    {
        using var process = Own(["call", address, Text(count), Text(concurrency), way]);
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0.0;
        while (!process.WaitForExit(20))
        {
            peak = Math.Max(peak, Child.ReadPeak(process.Id));
        }

        var figures = (await output).Split(' ', StringSplitOptions.TrimEntries);
        return process.ExitCode == 0 ? (double.Parse(figures[0], CultureInfo.InvariantCulture), double.Parse(figures[1], CultureInfo.InvariantCulture), peak)
            : throw new InvalidOperationException($"the calls failed: {await output}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Process Own(IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(CallRates).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardInput = true })!;

    /// <summary>The server in a process of its own.</summary>
    private sealed class Server : IDisposable
    {
        private readonly Process process;

        private Server(Process process, string address) => (this.process, Address) = (process, address);

        public string Address { get; }

        public static Server Start(int latencyMilliseconds, double errorShare)
        {
            var process = Own(["serve", Text(latencyMilliseconds), errorShare.ToString(CultureInfo.InvariantCulture)]);
            return new Server(process, process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the server did not start"));
        }

        public void Dispose()
        {
            process.StandardInput.Close();
            process.WaitForExit();
            process.Dispose();
        }
    }
}
