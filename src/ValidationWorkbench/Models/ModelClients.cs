namespace ValidationWorkbench.Models;

/// <summary>Makes the clients of a run.</summary>
/// <param name="timeProvider">Clock for latency and timeouts.</param>
/// <param name="readVariable">Reads an environment variable.</param>
/// <param name="isOffline">True to make no client that could open a connection: this is the only place where such a client is made.</param>
public sealed class ModelClients(TimeProvider timeProvider, Func<string, string?> readVariable, bool isOffline = false)
{
    /// <summary>Setting in which a plugin finds its key.</summary>
    private const string PluginKey = "key";

    private readonly KeySource keys = new(readVariable);

    /// <summary>The client for a model, as the plan declares it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="seed">Seed of the simulated model.</param>
    /// <param name="readPinned">Bytes of a plugin's pinned file by its SHA-256.</param>
    /// <exception cref="InputException">A key is missing, or a plugin cannot be loaded.</exception>
    public IModelClient Create(ModelSpec model, long seed, Func<string, byte[]> readPinned)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.IsSimulated ? new SimulatedModelClient(model.Profile ?? new SimulatedProfile(), unchecked((ulong)seed), timeProvider)
            : model.Plugin is { } plugin ? CreatePlugin(model, plugin, readPinned)
            : CreateHttp(model);
    }

    /// <summary>
    /// Shows that a model's endpoint can be reached, before anything is spent. A simulated model always can; of a plugin only its loading is seen.
    /// </summary>
    /// <exception cref="InputException">A key is missing, the endpoint cannot be reached or refuses the key, or a plugin cannot be loaded.</exception>
    public async Task CheckReachableAsync(ModelSpec model, Func<string, byte[]> readPinned, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!model.HasEndpoint)
        {
            (Create(model, seed: 0, readPinned) as IDisposable)?.Dispose();
            return;
        }

        var isReachable = false;
        InputException? unreachable = null;
        foreach (var endpoint in model.Chain)
        {
            var exchange = await ListAsync(endpoint, cancellationToken).ConfigureAwait(false);
            if (exchange.HttpStatus is null)
            {
                unreachable ??= new InputException(endpoint.Endpoint!,
                    $"cannot be reached for model {model.Name}: {exchange.TransportError}. No call was made, nothing was spent.");
                continue;
            }

            // Of the endpoints one that can be reached is enough; a key that is refused is put right before it is needed.
            CheckKey(endpoint, exchange);
            isReachable = true;
        }

        if (!isReachable)
        {
            throw unreachable!;
        }
    }

    private static void CheckKey(ModelSpec model, ModelExchange exchange)
    {
        if (exchange.HttpStatus is 401 or 403)
        {
            throw new InputException(model.Endpoint!, model.KeyFile is { } file ? $"refuses the key in the file {file} for model {model.Name}."
                : model.KeyVariable is null
                    ? $"asks for a key for model {model.Name}; name its environment variable with keyVariable, or a file with keyFile."
                : $"refuses the key in the environment variable {model.KeyVariable} for model {model.Name}.");
        }
    }

    /// <summary>Asks the endpoint of a model for its list of models, which costs nothing.</summary>
    /// <exception cref="InputException">The key variable is not set.</exception>
    public async Task<ModelExchange> ListAsync(ModelSpec model, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var client = CreateHttp(model);
        return await client.ListModelsAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The client for embeddings, as the plan declares it.</summary>
    /// <exception cref="InputException">The key variable is not set.</exception>
    public HttpEmbeddingsClient CreateEmbeddings(EmbeddingsSpec embeddings)
    {
        ArgumentNullException.ThrowIfNull(embeddings);
        RequireNetwork("the embeddings endpoint", $"at {embeddings.Endpoint}");
        return new HttpEmbeddingsClient(embeddings, keys.FromVariable(embeddings.KeyVariable, "the embeddings endpoint"), timeProvider);
    }

    private HttpModelClient CreateHttp(ModelSpec model)
    {
        RequireNetwork($"model {model.Name}", $"at {model.Endpoint}");
        return new HttpModelClient(model, KeyOf(model), timeProvider);
    }

    private PluginModelClient CreatePlugin(ModelSpec model, PluginSpec plugin, Func<string, byte[]> readPinned)
    {
        RequireNetwork($"model {model.Name}", $"wherever the plugin {plugin.Type} asks");
        var key = KeyOf(model);
        var settings = new Dictionary<string, string>(plugin.Settings, StringComparer.Ordinal);
        if (key is not null)
        {
            settings[PluginKey] = key;
        }

        return new PluginModelClient(PluginLoader.Load(plugin, settings, readPinned), model, key, timeProvider);
    }

    private void RequireNetwork(string user, string where)
    {
        if (isOffline)
        {
            throw new InputException("--offline",
                $"{user} would be asked {where}. Offline, only simulated models, a recording (--replay DIR) and the frozen baseline of the plan answer. "
                + "No connection was opened.");
        }
    }

    private string? KeyOf(ModelSpec model) =>
        model.KeyFile is { } file ? KeySource.FromFile(file, $"model {model.Name}") : keys.FromVariable(model.KeyVariable, $"model {model.Name}");
}
