using System.Globalization;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Files;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.UseCases;

/// <summary>Whether prompt and longest reply of every case go into the context windows that are known, looked at before anything is sent.</summary>
internal static class PromptFit
{
    private const string Measure = "one for eight characters";

    private const string Cure = "Shorten these cases, lower maxTokens or name a model with a larger window. No call was made.";

    /// <summary>Says which cases may not fit by the high estimate.</summary>
    /// <param name="planPath">Plan, as the user named it.</param>
    /// <param name="configuration">Models of the run.</param>
    /// <param name="inputs">Instructions.</param>
    /// <returns>One line per model that may be asked too much.</returns>
    /// <exception cref="InputException">Some do not fit even by the low estimate.</exception>
    public static IReadOnlyList<string> Check(string planPath, RunConfiguration configuration, RunInputs inputs)
    {
        var faults = new List<InputFault>();
        var warnings = new List<string>();
        foreach (var model in new[] { configuration.Baseline, configuration.Candidate }.SelectMany(model => model.Chain)
            .Where(model => model.HasEndpoint && model.Wire.ContextWindow is not null))
        {
            var room = model.Wire.ContextWindow!.Value - (model.Parameters.MaxTokens ?? 0);
            var estimates = inputs.Cases.Select(entry => (entry.Case.Id, Tokens: TokenEstimate.Of(PromptOf(entry.Task, entry.Case, inputs, model))))
                .ToList();
            if (estimates.Where(entry => entry.Tokens.Low > room).ToList() is { Count: > 0 } tooLong)
            {
                faults.Add(new InputFault(planPath, 0, 0, string.Empty, string.Create(CultureInfo.InvariantCulture,
                    $"{Window(model)} cannot hold {List(tooLong)}: at least {Least(tooLong)} tokens, {Measure}. {Cure}")));
            }
            else if (estimates.Where(entry => entry.Tokens.High > room).ToList() is { Count: > 0 } unsure)
            {
                warnings.Add(string.Create(CultureInfo.InvariantCulture,
                    $"{Window(model)} may not hold {List(unsure)}: {Least(unsure)} to {unsure.Max(entry => entry.Tokens.High)} tokens by a rough estimate."));
            }
        }

        return faults.Count > 0 ? throw new InputException(faults) : warnings;
    }

    private static string PromptOf(CaseTask task, TestCase testCase, RunInputs inputs, ModelSpec model) =>
        inputs.Prompts[task].Text + CasePrompt.For(task, testCase)
        + (model.Wire.StructuredOutput == StructuredOutput.JsonSchema ? string.Empty : ReplySchemas.Of(task).Json);

    private static long Least(List<(string Id, TokenEstimate Tokens)> entries) => entries.Max(entry => entry.Tokens.Low);

    private static string Window(ModelSpec model) => string.Create(CultureInfo.InvariantCulture,
        $"model {model.Name}: the context window of {model.Wire.ContextWindow} tokens less {model.Parameters.MaxTokens ?? 0} for the reply");

    private static string List(List<(string Id, TokenEstimate Tokens)> entries) =>
        $"the prompt of {(entries.Count == 1 ? "case" : "cases")} {string.Join(", ", entries.Select(entry => entry.Id))}";
}
