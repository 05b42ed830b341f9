using System.Collections.Concurrent;
using ValidationWorkbench.Models;

namespace ValidationWorkbench.Tests.Models;

/// <summary>A client that answers by a script and counts how often it was asked.</summary>
internal sealed class ScriptedClient(Func<ModelRequest, int, ModelExchange> script) : IModelClient
{
    private readonly ConcurrentQueue<ModelRequest> asked = new();

    public int Count => asked.Count;

    public Task<ModelExchange> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        asked.Enqueue(request);
        return Task.FromResult(script(request, asked.Count));
    }
}
