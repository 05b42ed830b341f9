using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using ValidationWorkbench.Audit;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Benchmarks;

/// <summary>Makes calls in this process, with all records kept as in real use or by nothing but <see cref="HttpClient"/>, and prints wall and processor seconds.</summary>
internal static class CallClient
{
    private const int Repeats = 5;

    public static Task RunAsync(string address, int count, int concurrency, bool isBare) => isBare ? AskBareAsync(address, count, concurrency) : AskAsync(address, count, concurrency);

    private static Task AskAsync(string address, int count, int concurrency) => Bench.InFolderAsync(async folder =>
    {
        var actor = new Actor("bench", "bench", "bench", "bench");
        var set = Path.Combine(folder, "cases");
        await using var records = Bench.Open(Path.Combine(folder, "records"));
        await using var provider = new ServiceCollection().AddWorkbench(TimeProvider.System, Bench.Host, Guid.NewGuid, _ => null).AddSingleton(records).BuildServiceProvider();
        var mediator = provider.GetRequiredService<IMediator>();
        await mediator.Send(new GenerateCases(count / (2 * Repeats), 7, set));
        var plan = CallPlan.Write(folder, Directory.GetFiles(set, "*.yaml", SearchOption.AllDirectories)[0], address);
        var planned = await mediator.Send(new PlanRun { Actor = actor, PlanPath = plan, Model = "new", CasePaths = [set], Repeats = Repeats, Concurrency = concurrency, Reason = "benchmark" });
        var executed = await MeasureAsync(() => mediator.Send(new ExecuteRun { Actor = actor, RunId = planned.RunId }));
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
            await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = concurrency }, async (_, token) =>
            {
                using var content = new ByteArrayContent(body);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                using var response = await http.PostAsync(new Uri($"{address}/chat/completions"), content, token);
                await response.Content.ReadAsByteArrayAsync(token);
            });
            return true;
        });
    }

    private static async Task<T> MeasureAsync<T>(Func<Task<T>> work)
    {
        using var process = Process.GetCurrentProcess();
        var (cpu, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
        var result = await work();
        var wall = watch.Elapsed;
        process.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{wall.TotalSeconds} {(process.TotalProcessorTime - cpu).TotalSeconds}"));
        return result;
    }
}
