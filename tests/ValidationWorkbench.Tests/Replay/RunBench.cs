using MediatR;
using Microsoft.Extensions.DependencyInjection;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Storage;
using ValidationWorkbench.UseCases;
using ValidationWorkbench.Verification;

namespace ValidationWorkbench.Tests.Replay;

/// <summary>The whole workbench in a temporary folder, against a loopback server that stands in for both models.</summary>
internal sealed class RunBench : IAsyncDisposable
{
    public static readonly Actor Tester = new("tester", "Tess Tester", "Test", "test, nobody");

    private readonly ServiceProvider provider;
    private readonly LoopbackServer server;
    private bool serverStopped;

    /// <summary>Sets the bench up.</summary>
    /// <param name="answer">What the server does with each question.</param>
    /// <param name="change">Changes the text of the plan; null for none.</param>
    /// <param name="cases">Number of cases, all of category 4.</param>
    /// <param name="oqCases">Number of OQ cases.</param>
    /// <param name="scorer">Scorer in place of the workbench's own; null for that.</param>
    public RunBench(Func<LoopbackCall, LoopbackAnswer> answer, Func<string, string>? change = null, int cases = 3, int oqCases = 0, AnswerScorer? scorer = null)
    {
        server = new LoopbackServer(call => call.Method == "GET" ? LoopbackAnswer.Of(200, "{}") : answer(call));
        PlanPath = BenchPlan.Write(Folder, server.Address, cases, change, oqCases);
        Records = Tests.Storage.Records.Open(RecordsPath, Clock);
        var ids = 0;
        var services = new ServiceCollection()
            .AddWorkbench(Clock, Tests.Storage.Records.Host, () => new Guid(Interlocked.Increment(ref ids) << 16, 0, 0, new byte[8]), name => name == "BENCH_KEY" ? BenchPlan.Key : null)
            .AddSingleton(Records);
        if (scorer is not null)
        {
            services.AddSingleton(scorer);
        }

        provider = services.BuildServiceProvider();
    }

    public TemporaryFolder Folder { get; } = new();

    public SettableClock Clock { get; } = new();

    public string PlanPath { get; }

    public string RecordsPath => Folder.PathOf("records");

    public RecordsFolder Records { get; }

    /// <summary>Everything the endpoint was sent.</summary>
    public IReadOnlyList<LoopbackCall> Calls => server.Calls;

    /// <summary>Questions the models were asked, in the order of their arrival.</summary>
    public IReadOnlyList<LoopbackCall> Questions => server.Questions;

    public Task<T> SendAsync<T>(IRequest<T> request, CancellationToken cancellationToken = default) => provider.GetRequiredService<IMediator>().Send(request, cancellationToken);

    public PlanRun PlanRequest(string? replayFolder = null) => new() { Actor = Tester, PlanPath = PlanPath, Model = "new", ReplayFolder = replayFolder };

    public async Task<string> PlanAsync(string? replayFolder = null) => (await SendAsync(PlanRequest(replayFolder))).RunId;

    public Task<ExecutedRun> ExecuteAsync(string runId, CancellationToken cancellationToken = default) => SendAsync(new ExecuteRun { Actor = Tester, RunId = runId }, cancellationToken);

    public Task<AssessedRun> AssessAsync(string runId) => SendAsync(new AssessRun { Actor = Tester, RunId = runId });

    public Task<AuditReport> VerifyAsync(bool deep = false) => SendAsync(new VerifyAudit(new AuditOptions(RecordsPath) { Deep = deep }));

    /// <summary>Attempts on record by trial and number.</summary>
    public List<Attempt> Attempts(string runId)
    {
        using var context = Records.CreateReader();
        return [.. context.Attempts.Where(attempt => attempt.RunId == runId).OrderBy(attempt => attempt.CaseId).ThenBy(attempt => attempt.Role).ThenBy(attempt => attempt.Repeat).ThenBy(attempt => attempt.Number)];
    }

    public List<Trial> Trials(string runId)
    {
        using var context = Records.CreateReader();
        return [.. context.Trials.Where(trial => trial.RunId == runId).OrderBy(trial => trial.CaseId).ThenBy(trial => trial.Role).ThenBy(trial => trial.Repeat)];
    }

    /// <summary>Actions and reasons of the audit trail, in order.</summary>
    public List<(string Action, string? Reason)> Trail()
    {
        using var context = Records.CreateReader();
        return [.. context.AuditRecords.OrderBy(record => record.Sequence).AsEnumerable().Select(record => (record.Action, record.Reason))];
    }

    /// <summary>From now on nobody answers.</summary>
    public async Task StopServerAsync()
    {
        if (!serverStopped)
        {
            serverStopped = true;
            await server.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Records.DisposeAsync();
        await provider.DisposeAsync();
        await StopServerAsync();
        Folder.Dispose();
    }
}
