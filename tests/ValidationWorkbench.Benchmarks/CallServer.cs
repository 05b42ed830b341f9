using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Benchmarks;

/// <summary>A model endpoint on this machine that answers every question alike, after a latency and with a share of errors drawn from a seed. It keeps time itself.</summary>
internal static class CallServer
{
    private const int Steps = 1 << 20;

    /// <summary>Serves until standard input ends. Its first line of output is its address.</summary>
    public static async Task RunAsync(int latencyMilliseconds, double errorShare)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        var (random, gate, calls, log) = (new SplitMix64(7), new Lock(), 0, new CallLog());
        bool IsError()
        {
            lock (gate)
            {
                return random.NextIndex(Steps) < errorShare * Steps;
            }
        }

        app.MapGet("/served", (int skip) => Results.Text(log.Take(skip)));
        app.MapGet("/v1/models", () => Results.Text("{}", "application/json"));
        app.MapPost("/v1/chat/completions", async (HttpContext context) =>
        {
            var arrived = Stopwatch.GetTimestamp();
            await context.Request.Body.CopyToAsync(Stream.Null);
            if (latencyMilliseconds > 0)
            {
                await Task.Delay(latencyMilliseconds);
            }

            if (IsError())
            {
                context.Response.StatusCode = 503;
                context.Response.Headers.RetryAfter = "0";
                log.Add(arrived);
                return;
            }

            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(Reply(Interlocked.Increment(ref calls)));
            log.Add(arrived);
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.First() + "/v1");
        await Console.In.ReadToEndAsync();
    }

    private static byte[] Reply(int number) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $$$"""{"id":"call-{{{number}}}","object":"chat.completion","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"{\"category\":4,\"components\":[],\"confidence\":0.9,\"rationale\":\"Its workflows are configured, and no code of its own is written for it.\",\"evidence\":[]}"}}],"usage":{"prompt_tokens":420,"completion_tokens":60,"total_tokens":480}}"""));
}
