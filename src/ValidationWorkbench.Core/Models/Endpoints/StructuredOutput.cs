namespace ValidationWorkbench.Models.Endpoints;

/// <summary>How the structure of the reply is asked for. Whether it was kept is always checked here; the endpoint's promise proves nothing.</summary>
public enum StructuredOutput
{
    /// <summary>By a JSON schema in <c>response_format</c>, or in <c>format</c> of Ollama's own protocol.</summary>
    JsonSchema,

    /// <summary>By JSON mode; the schema stands in the instructions.</summary>
    JsonObject,

    /// <summary>By the instructions alone.</summary>
    Prompt,
}
