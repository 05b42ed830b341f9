using ValidationWorkbench.Models;

namespace ValidationWorkbench.UseCases;

/// <summary>Owns the clients of one run: they are made for it and disposed of when it ends, however it ends.</summary>
internal sealed class RunClients(ModelClients clients) : IDisposable
{
    private readonly List<IDisposable> made = [];

    /// <summary>As <see cref="ModelClients.Create"/>.</summary>
    public IModelClient Create(ModelSpec model, long seed, Func<string, byte[]> readPinned)
    {
        var client = clients.Create(model, seed, readPinned);
        if (client is IDisposable disposable)
        {
            made.Add(disposable);
        }

        return client;
    }

    public void Dispose() => made.ForEach(client => client.Dispose());
}
