using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using ValidationWorkbench.Cli;
using ValidationWorkbench.Statistics;
using ValidationWorkbench.Tests.Cli;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Models;
using Xunit;
using Xunit.Abstractions;

namespace ValidationWorkbench.Tests.Replay;

/// <summary>The real program asks over HTTP and is killed at random moments.</summary>
public sealed class RunKillTests(ITestOutputHelper output) : IDisposable
{
    private const int Cases = 200, Concurrency = 4, Kills = 20;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Kill_9_at_random_moments_repeats_no_finished_trial_and_loses_none_and_changes_no_result()
    {
        await using var server = new LoopbackServer(call => call.Method == "GET" ? LoopbackAnswer.Of(200, "{}")
            : LoopbackAnswer.Category(4, call.Model) with { Before = Task.Delay(15) });
        BenchPlan.Write(folder, server.Address, Cases, plan => plan.Replace("concurrency: 1", $"concurrency: {Concurrency}", StringComparison.Ordinal));
        var (random, watch) = (new SplitMix64(2026), Stopwatch.StartNew());
        var finishedBefore = new List<(int Questions, HashSet<string> Trials)>();
        var kills = 0;
        while (kills < Kills && Left() > 4 * Concurrency)
        {
            await KillAfterAsync(server, TimeSpan.FromMilliseconds(random.NextIndex(120)));
            kills++;
            finishedBefore.Add((server.Questions.Count, Finished()));
        }

        Assert.Equal(Kills, kills);
        output.WriteLine($"finished before the kills: {string.Join(' ', finishedBefore.Select(entry => entry.Trials.Count))}");
        await FinishAsync("--resume", RunIds()[0]);
        var asked = server.Questions;
        var attempts = Query("select count(*) from Attempts")[0];
        output.WriteLine($"{kills} kills in {watch.Elapsed.TotalSeconds:0} s, {asked.Count} questions, {attempts} attempts on record");

        // A question that repeats a finished one would be here with its place, and the kill that it followed.
        var repeated = finishedBefore.SelectMany((entry, kill) => asked.Index().Skip(entry.Questions).Where(question => entry.Trials.Contains(KeyOf(question.Item)))
            .Select(question => string.Create(CultureInfo.InvariantCulture, $"question {question.Index} after kill {kill + 1} at {entry.Questions}: {KeyOf(question.Item)}")));
        Assert.Empty(repeated);
        Assert.Equal((2 * Cases).ToString(CultureInfo.InvariantCulture), Query("select count(*) from Trials where Answered")[0]);
        Assert.Equal((2 * Cases).ToString(CultureInfo.InvariantCulture), attempts);

        // A question without a record was under way, or on its way to the disk, when the program was killed.
        Assert.InRange(asked.Count, 2 * Cases, (2 * Cases) + (kills * Concurrency * 5));
        await FinishAsync("--model", "new", "--plan", "plan.yaml");
        Assert.Equal(2, Query("select ResultsSha256 from Assessments").Count);
        Assert.Single(Query("select distinct ResultsSha256 from Assessments"));
        Assert.Equal(0, (await new CommandRun { NewId = Guid.NewGuid }.RunAsync("audit", "verify", "--records", folder.PathOf("records"))).ExitCode);
    }

    private async Task KillAfterAsync(LoopbackServer server, TimeSpan time)
    {
        var before = server.Questions.Count;
        using var process = Start(RunIds() is [var runId] ? ["--resume", runId] : ["--model", "new", "--plan", "plan.yaml"]);
        while (server.Questions.Count == before && !process.HasExited)
        {
            await Task.Delay(2);
        }

        await Task.Delay(time);
        process.Kill();
        await process.WaitForExitAsync();
    }

    private async Task FinishAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
        Assert.Equal(0, process.ExitCode);
    }

    private Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments, "--records", "records", "--out", "packages"])
        {
            WorkingDirectory = folder.PathOf("."),
        };
        start.Environment["BENCH_KEY"] = BenchPlan.Key;
        return Process.Start(start)!;
    }

    private int Left() => 2 * Cases - Finished().Count;

    private List<string> RunIds() => Query("select Id from Runs");

    /// <summary>Finished trials as the server knows them: number of the system and model.</summary>
    private HashSet<string> Finished() => [.. Query("select substr(CaseId, 3) || ' ' || case Role when 'Baseline' then 'm-old' else 'm-new' end from Trials")];

    private static string KeyOf(LoopbackCall call) => $"{call.UserPrompt!.Split("Workflows of system ")[1].Split(' ')[0]} {call.Model}";

    private List<string> Query(string sql)
    {
        var rows = new List<string>();
        if (!File.Exists(folder.PathOf("records/workbench.db")))
        {
            return rows;
        }

        using var connection = new SqliteConnection($"Data Source={folder.PathOf("records/workbench.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
