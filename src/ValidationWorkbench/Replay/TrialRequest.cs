using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Replay;

/// <summary>The question that a case is to a model.</summary>
internal static class TrialRequest
{
    /// <param name="model">The model asked.</param>
    /// <param name="task">Task of the case.</param>
    /// <param name="testCase">The case.</param>
    /// <param name="instructions">Instructions of the task.</param>
    /// <param name="repeat">Repeat, from 1; it is not sent.</param>
    public static ModelRequest Of(ModelSpec model, CaseTask task, TestCase testCase, string instructions, int repeat) => new()
    {
        Model = model.Model,
        SystemPrompt = instructions,
        UserPrompt = CasePrompt.For(task, testCase),
        Images = [.. testCase.Pictures.Select(image => new RequestImage(image.MediaType!, image.Bytes))],
        Tools = [.. testCase.Tools.Select(tool => new RequestTool(tool.Name, tool.Description, tool.Parameters))],
        Schema = ReplySchemas.Of(task),
        Parameters = model.Parameters,
        Settings = model.Wire,
        Repeat = repeat,
    };
}
