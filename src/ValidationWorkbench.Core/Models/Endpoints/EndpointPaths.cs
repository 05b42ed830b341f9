namespace ValidationWorkbench.Models.Endpoints;

/// <summary>Addresses below the base address of an endpoint.</summary>
public static class EndpointPaths
{
    private const string Chat = "/chat/completions";

    /// <summary>Where a chat is asked for.</summary>
    public static Uri ChatOf(string endpoint, string model, EndpointSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.PathStyle switch
        {
            PathStyle.AzureDeployment => Join(endpoint, $"openai/deployments/{Uri.EscapeDataString(model)}/chat/completions", Query(settings)),
            PathStyle.OllamaNative => Join(endpoint, "api/chat", string.Empty),
            _ => Join(endpoint, "chat/completions", Query(settings)),
        };
    }

    /// <summary>Where the list of models stands; asking for it costs nothing.</summary>
    public static Uri ModelsOf(string endpoint, EndpointSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.PathStyle switch
        {
            PathStyle.AzureDeployment => Join(endpoint, "openai/models", Query(settings)),
            PathStyle.OllamaNative => Join(endpoint, "api/tags", string.Empty),
            _ => Join(endpoint, "models", Query(settings)),
        };
    }

    /// <summary>Joins without doubling: neither a slash, nor a part that the user wrote with the base address already.</summary>
    public static Uri Join(string endpoint, string path, string query = "")
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(path);
        var stem = endpoint.TrimEnd('/');
        stem = stem.EndsWith(Chat, StringComparison.OrdinalIgnoreCase) ? stem[..^Chat.Length] : stem;
        var first = path.Split('/')[0];
        return new Uri(stem.EndsWith($"/{first}", StringComparison.OrdinalIgnoreCase) ? $"{stem}{path[first.Length..]}{query}" : $"{stem}/{path}{query}");
    }

    private static string Query(EndpointSettings settings) => settings.ApiVersion is { } version ? $"?api-version={Uri.EscapeDataString(version)}" : string.Empty;
}
