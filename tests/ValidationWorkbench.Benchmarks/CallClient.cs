using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using ValidationWorkbench.Audit;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Benchmarks;

/// <summary>
/// Makes calls in this process, with all records kept as in real use or by nothing but <see cref="HttpClient"/>, and prints wall and processor seconds and the
/// peaks of memory: at the start, while the run is planned, while its calls are made.
/// </summary>
/// <remarks>The bare loop posts bytes of the length of a real question, reads each reply to its end, parses its JSON and takes out the answer.</remarks>
internal static class CallClient
{
    public const int Repeats = 5;

    /// <param name="address">Base URL of the endpoint.</param>
    /// <param name="count">Calls.</param>
    /// <param name="concurrency">Most of them at once.</param>
    /// <param name="set">Folder with a case set of one case for each <c>2 * Repeats</c> calls; null for the bare loop.</param>
    public static Task RunAsync(string address, int count, int concurrency, string? set) =>
        set is null ? AskBareAsync(address, count, concurrency) : AskAsync(address, concurrency, set);

    private static Task AskAsync(string address, int concurrency, string set) => Bench.InFolderAsync(async folder =>
    {
        var actor = new Actor("bench", "bench", "bench", "bench");
        await using var records = Bench.Open(Path.Combine(folder, "records"));
        await using var provider = new ServiceCollection().AddWorkbench(TimeProvider.System, Bench.Host, Guid.NewGuid, _ => null).AddSingleton(records).BuildServiceProvider();
        var mediator = provider.GetRequiredService<IMediator>();
        var start = TakePeak();
        var plan = CallPlan.Write(folder, Directory.GetFiles(set, "*.yaml", SearchOption.AllDirectories)[0], address);
        var planned = await mediator.Send(new PlanRun { Actor = actor, PlanPath = plan, Model = "new", CasePaths = [set], Repeats = Repeats, Concurrency = concurrency, Reason = "benchmark" });
        var planning = TakePeak();
        var executed = await MeasureAsync(() => mediator.Send(new ExecuteRun { Actor = actor, RunId = planned.RunId }));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $" {start} {planning} {TakePeak()}"));
        if (executed.StopReason is not null)
        {
            throw new InvalidOperationException(executed.StopReason);
        }
    });

    private static async Task AskBareAsync(string address, int count, int concurrency)
    {
        using var http = new HttpClient();
        var body = new byte[2000];
        Array.Fill(body, (byte)' ');
        await MeasureAsync(async () =>
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = concurrency }, async (number, token) =>
            {
                using var content = new ByteArrayContent(body);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                using var response = await http.PostAsync(new Uri($"{address}/chat/completions"), content, token);
                var bytes = await response.Content.ReadAsByteArrayAsync(token);
                using var reply = JsonDocument.Parse(response.IsSuccessStatusCode ? bytes : "{}"u8.ToArray());
                _ = !response.IsSuccessStatusCode ? null : reply.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString();
            });
            return true;
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $" 0 0 {TakePeak()}"));
    }

    /// <summary>Peak of memory since it was asked last, MiB.</summary>
    private static double TakePeak()
    {
        var peak = Child.ReadPeak(Environment.ProcessId);
        if (OperatingSystem.IsLinux())
        {
            // Sets the peak back to what is in use (proc(5)).
            File.WriteAllText("/proc/self/clear_refs", "5");
        }

        return peak;
    }

    private static async Task<T> MeasureAsync<T>(Func<Task<T>> work)
    {
        using var process = Process.GetCurrentProcess();
        var (cpu, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
        var result = await work();
        var wall = watch.Elapsed;
        process.Refresh();
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{wall.TotalSeconds} {(process.TotalProcessorTime - cpu).TotalSeconds}"));
        return result;
    }
}
