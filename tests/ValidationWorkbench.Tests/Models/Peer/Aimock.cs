using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using ValidationWorkbench.Tests.Architecture;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Models.Peer;

/// <summary>The npm package @copilotkit/aimock as an endpoint that was written by others: it reads our requests with their eyes.</summary>
public sealed class Aimock : IAsyncLifetime, IDisposable
{
    public const string Key = "sk-peer-secret-0815";

    private readonly TemporaryFolder folder = new();
    private readonly HttpClient http = new();
    private Process? process;

    /// <summary>Why it cannot be used here; null where it can.</summary>
    public static string? Missing { get; } = File.Exists(Program) ? null
        : $"{Path.GetRelativePath(SourceTree.Root, Program)} is missing; .ci/run installs it where npm is at hand.";

    public string Address { get; private set; } = string.Empty;

    private static string Program => Path.Combine(SourceTree.Root, "artifacts", "aimock", "node_modules", "@copilotkit", "aimock", "dist", "cli.js");

    public async Task InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }

        folder.Write("fixtures.json", """
            {"fixtures":[
              {"match":{"userMessage":"sort"},"response":{"content":"pong ü"}},
              {"match":{"userMessage":"think"},"response":{"content":"answer","reasoning":"because"}},
              {"match":{"userMessage":"weigh"},"response":{"content":"weighed ü","reasoning":"because","model":"served-1","systemFingerprint":"fp_peer",
                "finishReason":"length","provider":"upstream","usage":{"prompt_tokens":11,"completion_tokens":5}}},
              {"match":{"userMessage":"limit"},"response":{"error":{"message":"Rate limit reached","type":"requests","code":"rate_limit_exceeded"},"status":429}}
            ]}
            """);
        var port = FreePort();
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo("node", [Program, "-p", port.ToString(CultureInfo.InvariantCulture), "-f", folder.Root,
            "--strict"])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["AIMOCK_API_KEYS"] = Key;
        http.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        process?.Kill(entireProcessTree: true);
        process?.Dispose();
        http.Dispose();
        folder.Dispose();
    }

    /// <summary>Makes every call go wrong in one way, or in none with <c>{}</c>.</summary>
    public async Task SetChaosAsync(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync($"{Address}/__aimock/chaos", content);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Answers every question in one way from now on, in place of all it knew.</summary>
    /// <param name="entry">Members of the fixture besides its match.</param>
    public async Task AnswerAsync(string entry)
    {
        using var forgotten = await http.DeleteAsync($"{Address}/__aimock/fixtures");
        forgotten.EnsureSuccessStatusCode();
        using var content = new StringContent($"{{\"fixtures\":[{{\"match\":{{\"endpoint\":\"chat\"}},{entry}}}]}}", Encoding.UTF8, "application/json");
        using var response = await http.PostAsync($"{Address}/__aimock/fixtures", content);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The last request it received.</summary>
    public async Task<JsonNode> LastRequestAsync() => JsonNode.Parse(await http.GetStringAsync($"{Address}/__aimock/journal"))!.AsArray()[^1]!;

    private async Task WaitAsync()
    {
        for (var i = 0; ; i++)
        {
            try
            {
                await http.GetStringAsync($"{Address}/__aimock/journal");
                return;
            }
            catch (HttpRequestException) when (i < 300 && !process!.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
