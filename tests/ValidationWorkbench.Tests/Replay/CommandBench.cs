using System.Text.Json.Nodes;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Cli;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Models;

namespace ValidationWorkbench.Tests.Replay;

/// <summary>The command line as a user has it, in a temporary folder and in a hurry, against one endpoint that stands in for both models.</summary>
internal sealed class CommandBench : IAsyncDisposable
{
    /// <summary>Cases of the plan, enough for its criterion to be met with one error and missed without an answer; both models are asked each of them once.</summary>
    public const int Cases = 7;

    /// <summary>Trials of a run.</summary>
    public const int Trials = 2 * Cases;

    private readonly TemporaryFolder folder = new();
    private readonly LoopbackServer? server;
    private readonly CommandRun program;
    private readonly string plan;

    /// <summary>Against a loopback server.</summary>
    /// <param name="answer">What it does with each question.</param>
    /// <param name="change">Changes the text of the plan; null for none.</param>
    public CommandBench(Func<LoopbackCall, LoopbackAnswer> answer, Func<string, string>? change = null)
        : this(new LoopbackServer(call => call.Method == "GET" ? LoopbackAnswer.Of(200, "{}") : answer(call)), change)
    {
    }

    /// <summary>Against an endpoint that is there already.</summary>
    /// <param name="endpoint">Its base address.</param>
    /// <param name="change">Changes the text of the plan; null for none.</param>
    /// <param name="key">The key that both models may be given.</param>
    public CommandBench(string endpoint, Func<string, string>? change, string key = BenchPlan.Key)
    {
        plan = BenchPlan.Write(folder, endpoint, Cases, change);
        program = new CommandRun { NewId = Guid.NewGuid, Clock = new HurriedTime(), ReadVariable = name => name == "BENCH_KEY" ? key : null };
    }

    private CommandBench(LoopbackServer server, Func<string, string>? change)
        : this(server.Address, change) => this.server = server;

    /// <summary>Questions that the loopback server was asked.</summary>
    public IReadOnlyList<LoopbackCall> Questions => server!.Questions;

    private string RecordsPath => folder.PathOf("records");

    /// <summary>Plans a run, executes and assesses it.</summary>
    public Task<CommandedRun> StartAsync() => RunAsync("--model", "new", "--plan", plan);

    /// <summary>Goes on with it.</summary>
    public Task<CommandedRun> ResumeAsync(string runId) => RunAsync("--resume", runId);

    /// <summary>Exit code of the check of all records and scores; zero where they hold. Documents, which take long to render, are not looked at.</summary>
    public async Task<int> VerifyAsync() => (await program.RunAsync("audit", "verify", "--deep", "--records", RecordsPath)).ExitCode;

    /// <summary>Attempts on record in the order of their calls.</summary>
    public async Task<List<Attempt>> AttemptsAsync(string runId)
    {
        await using var records = RecordsFolder.OpenForReading(RecordsPath);
        await using var context = records.CreateReader();
        return [.. context.Attempts.Where(attempt => attempt.RunId == runId).OrderBy(attempt => attempt.StartedMicros).ThenBy(attempt => attempt.Number)];
    }

    public async ValueTask DisposeAsync()
    {
        await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
        folder.Dispose();
    }

    private async Task<CommandedRun> RunAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await program.RunAsync([.. arguments, "--records", RecordsPath, "--out", folder.PathOf("issued"), "--format", "json"]);
        var json = output.Length == 0 ? null : JsonNode.Parse(output);
        return new CommandedRun(exitCode, (string?)json?["runId"] ?? string.Empty, (string?)json?["stopReason"], Count(json, "planned"), Count(json, "passed"),
            Count(json, "failed"), Count(json, "undecided"), Count(json, "error"), Count(json, "aborted"), error);
    }

    private static int Count(JsonNode? json, string name) => (int?)json?["counts"]?[name] ?? 0;
}
