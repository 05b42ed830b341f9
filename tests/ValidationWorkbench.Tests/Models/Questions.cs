using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Tests.Models;

/// <summary>Models and questions for tests of the clients.</summary>
internal static class Questions
{
    public static ModelSpec Spec(string endpoint, string? keyVariable = null, int timeoutSeconds = 20) => new()
    {
        Name = "tested",
        Provider = ProviderPresets.Custom,
        Endpoint = endpoint,
        Model = "m-1",
        KeyVariable = keyVariable,
        TimeoutSeconds = timeoutSeconds,
    };

    public static ModelRequest Ask(string userPrompt = "Sort „LIMS“.", int repeat = 1) => new()
    {
        Model = "m-1",
        SystemPrompt = "Answer in JSON.",
        UserPrompt = userPrompt,
        Schema = ReplySchemas.Categorization,
        Parameters = new ModelParameters { Temperature = 0.5 },
        Repeat = repeat,
    };
}
