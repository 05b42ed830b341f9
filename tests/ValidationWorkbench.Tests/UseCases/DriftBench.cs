using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Tests.UseCases;

/// <summary>A bench whose candidate can be made to answer otherwise between two runs, and whose runs are a day apart.</summary>
internal sealed class DriftBench : IAsyncDisposable
{
    public DriftBench(int cases = 3, Func<string, string>? change = null) => Bench = new RunBench(Answer, change, cases);

    public RunBench Bench { get; }

    /// <summary>Cases that the candidate has wrong, by their number.</summary>
    public IReadOnlyCollection<int> Wrong { get; set; } = [];

    /// <summary>Name under which the candidate answers.</summary>
    public string Served { get; set; } = "m-new";

    /// <summary>A whole run of the plan, a day later than the one before; returns its id.</summary>
    public async Task<string> RunAsync(Func<PlanRun, PlanRun>? change = null)
    {
        Bench.Clock.Now += TimeSpan.FromDays(1);
        var request = Bench.PlanRequest();
        var runId = (await Bench.SendAsync(change?.Invoke(request) ?? request)).RunId;
        await Bench.ExecuteAsync(runId);
        await Bench.AssessAsync(runId);
        return runId;
    }

    public Task<CheckedDrift> CheckAsync(string reference, string? run, string? production = null) =>
        Bench.SendAsync(new CheckDrift { Actor = RunBench.Tester, ReferenceId = reference, RunId = run, ProductionPath = production });

    public ValueTask DisposeAsync() => Bench.DisposeAsync();

    private LoopbackAnswer Answer(LoopbackCall call) => call.Model != "m-new" ? LoopbackAnswer.Category(4, call.Model)
        : LoopbackAnswer.Category(Wrong.Any(number => call.UserPrompt!.Contains($"System {number:D2}", StringComparison.Ordinal)) ? 3 : 4, Served);
}
