namespace ValidationWorkbench.Models.Endpoints;

/// <summary>Which protocol an endpoint speaks, and so below which path it is asked.</summary>
public enum PathStyle
{
    /// <summary>OpenAI chat completions: <c>{base}/chat/completions</c> and <c>{base}/models</c>.</summary>
    Openai,

    /// <summary>The same body below <c>{base}/openai/deployments/{model}/chat/completions?api-version=...</c>.</summary>
    AzureDeployment,

    /// <summary>Ollama's own protocol: <c>{base}/api/chat</c> and <c>{base}/api/tags</c>, settings in <c>options</c>.</summary>
    OllamaNative,
}
