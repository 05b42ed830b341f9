namespace ValidationWorkbench.Models;

/// <summary>How a model is reached.</summary>
public enum ModelProvider
{
    /// <summary>An HTTP endpoint that speaks the OpenAI chat-completions protocol.</summary>
    OpenaiCompatible,

    /// <summary>The deterministic stand-in that ships with the workbench. It is no language model; its results are a demonstration.</summary>
    Simulated,
}
