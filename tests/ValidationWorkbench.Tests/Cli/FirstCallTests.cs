using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using Xunit;

namespace ValidationWorkbench.Tests.Cli;

/// <summary>What is not done before the first call, since it takes longer than all else up to there.</summary>
public sealed class FirstCallTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task No_model_of_EF_Core_is_made_before_the_first_call()
    {
        using var contexts = new ContextCount();
        int? before = null;
        await using var server = new LoopbackServer(call =>
        {
            before ??= call.Method == "POST" ? contexts.Value : null;
            return call.Method == "GET" ? LoopbackAnswer.Of(200, "{}") : LoopbackAnswer.Category(4, call.Model);
        });
        await new CommandRun { NewId = Guid.NewGuid, ReadVariable = name => name == "BENCH_KEY" ? BenchPlan.Key : null }.RunAsync(
            "--model", "new", "--plan", BenchPlan.Write(folder, server.Address, cases: 1, change: null), "--records", folder.PathOf("records"), "--out", folder.PathOf("out"));

        Assert.Equal(0, before);
        Assert.True(contexts.Value > 0, "The documents are made from queries of EF Core, so that contexts must have been seen.");
    }

    /// <summary>Counts the contexts that are made by what it was created for; other tests make theirs at the same time.</summary>
    private sealed class ContextCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly AsyncLocal<bool> isOurs = new() { Value = true };
        private readonly List<IDisposable> subscriptions = [];
        private int count;

        public ContextCount() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public int Value => count;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                lock (subscriptions)
                {
                    subscriptions.Add(value.Subscribe(this));
                }
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (isOurs.Value && value.Key == CoreEventId.ContextInitialized.Name)
            {
                Interlocked.Increment(ref count);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            lock (subscriptions)
            {
                subscriptions.ForEach(subscription => subscription.Dispose());
            }
        }
    }
}
