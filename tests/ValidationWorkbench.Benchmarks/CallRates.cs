using System.Globalization;

namespace ValidationWorkbench.Benchmarks;

/// <summary>
/// Calls with all records kept against a bare loop of <see cref="HttpClient"/>, in turn, on one server. Server and both clients are processes of their own, so that
/// processor time and memory are those of the client alone; the case sets are made by a further one.
/// </summary>
internal static class CallRates
{
    private const int Few = 1000, Many = 10_000, Most = 50_000, Usual = 64, Latency = 50, Rounds = 3;

    private static readonly int[] Sizes = [Few, Many, Most], OtherConcurrencies = [1, 16, 256];

    public static Task MeasureAsync() => Bench.InFolderAsync(async folder =>
    {
        foreach (var count in Sizes)
        {
            await Child.RunAsync(folder, "cases", "generate", "--count", Text(count / (2 * CallClient.Repeats)), "--seed", "7", "--out", SetOf(folder, count));
        }

        Console.WriteLine("Medians of three rounds. calls/s: from the first call to the last reply, by the server's clock, without the two calls to warm up; whole: from the start of the");
        Console.WriteLine("run to its last record. bare: posts prepared bytes, reads each reply, parses its JSON and takes out the answer. MiB: start + planning / calls (goal 200).");
        Console.WriteLine(" calls  at once  latency: real   calls/s    whole     bare   ratio (goal 0.5)   ms CPU (goal 0.6)   bare          MiB");
        using (var server = ServerProcess.Start(0, 0))
        {
            foreach (var concurrency in OtherConcurrencies)
            {
                await MeasureAsync(server, folder, Few, concurrency, 0);
            }

            var few = await MeasureAsync(server, folder, Few, Usual, 0);
            foreach (var count in Sizes[1..])
            {
                var all = await MeasureAsync(server, folder, count, Usual, 0);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CPU per call, {count} to {Few} calls: {all / few:0.00} (goal 1.15)"));
            }
        }

        using (var server = ServerProcess.Start(0, 0.05))
        {
            Console.WriteLine("with 5 % errors:");
            await MeasureAsync(server, folder, Few, Usual, 0);
        }

        using (var server = ServerProcess.Start(Latency, 0))
        {
            await MeasureAsync(server, folder, Many, Usual, Latency);
        }
    });

    private static string SetOf(string folder, int count) => Path.Combine(folder, $"cases-{Text(count)}");

    /// <summary>Medians of the rounds; returns the CPU time per call.</summary>
    private static async Task<double> MeasureAsync(ServerProcess server, string folder, int count, int concurrency, int latency)
    {
        var rounds = new List<(Asked Ours, Asked Bare)>();
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add((await AskAsync(server, count, concurrency, SetOf(folder, count)), await AskAsync(server, count, concurrency, null)));
        }

        double Median(Func<Asked, double> of) => Bench.Median(rounds.Select(round => of(round.Ours)));
        double MedianBare(Func<Asked, double> of) => Bench.Median(rounds.Select(round => of(round.Bare)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count,6} {concurrency,8} {latency,5} ms {Median(r => r.Latency),5:0.0} {Median(r => r.Rate),9:0} {Median(r => count / r.Wall),8:0} {MedianBare(r => r.Rate),8:0} {Bench.Median(rounds.Select(r => r.Ours.Rate / r.Bare.Rate)),8:0.00} {Median(r => 1000 * r.Cpu / count),24:0.00} {MedianBare(r => 1000 * r.Cpu / count),15:0.000} {Median(r => r.Start),5:0} + {Median(r => r.Planning):0} / {Median(r => r.Calls):0}"));
        if (latency > 0)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"of {concurrency} / {latency} ms: {Median(r => r.Rate) * latency / (1000.0 * concurrency):0.000}, bare {MedianBare(r => r.Rate) * latency / (1000.0 * concurrency):0.000}; of {concurrency} / the latency that the server gave: {Median(r => r.Rate * r.Latency) / (1000.0 * concurrency):0.000} (goal 0.95), bare {MedianBare(r => r.Rate * r.Latency) / (1000.0 * concurrency):0.000}"));
        }

        return Median(r => r.Cpu / count);
    }

    private static async Task<Asked> AskAsync(ServerProcess server, int count, int concurrency, string? set)
    {
        using var process = ServerProcess.Own(["call", server.Address, Text(count), Text(concurrency), .. set is null ? Array.Empty<string>() : [set]]);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"the calls failed: {output}");
        }

        var own = Numbers(output);
        var served = Numbers(await server.TakeServedAsync(skip: set is null ? 0 : 2));
        return new Asked(own[0], own[1], own[2], own[3], own[4], count / served[0], served[1]);
    }

    private static double[] Numbers(string text) =>
        [.. text.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a client said of itself (seconds, MiB), and what the server saw of it (calls a second, mean milliseconds).</summary>
    private sealed record Asked(double Wall, double Cpu, double Start, double Planning, double Calls, double Rate, double Latency);
}
