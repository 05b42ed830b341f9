using System.Globalization;
using System.Text;

namespace ValidationWorkbench.Cases;

/// <summary>The user message of a case. The system message is the prompt file that the plan pins.</summary>
public static class CasePrompt
{
    /// <summary>Text sent to the model, lines separated by a line feed.</summary>
    public static string For(CaseTask task, TestCase testCase)
    {
        ArgumentNullException.ThrowIfNull(testCase);
        return task == CaseTask.Categorization
            ? $"Document: {testCase.Title}\n\n{testCase.Text}"
            : ForOq(testCase);
    }

    private static string ForOq(TestCase testCase)
    {
        var prompt = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"System: {testCase.Title}\nGAMP category: {testCase.Category}\n\n{testCase.Text}");
        if (!testCase.RequirementsInText)
        {
            prompt.Append("\n\nRequirements:");
            foreach (var requirement in testCase.Requirements)
            {
                prompt.Append(CultureInfo.InvariantCulture, $"\n- {requirement.Id}: {requirement.Text}");
            }
        }

        return prompt.ToString();
    }
}
