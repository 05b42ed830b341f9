using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.UseCases;

/// <summary>Whether every model takes the images and tools of the cases, looked at before anything is sent. Of a model that nobody knows it is assumed.</summary>
internal static class CaseNeeds
{
    private const string Ollama = "is asked in Ollama's own protocol; use provider ollama, which has the same models under /v1";

    /// <summary>Refuses cases that a model cannot be asked.</summary>
    /// <param name="planPath">Plan, as the user named it.</param>
    /// <param name="models">Models that will be asked.</param>
    /// <param name="cases">All cases.</param>
    /// <exception cref="InputException">With every model and its cases.</exception>
    public static void Check(string planPath, IReadOnlyList<ModelSpec> models, IReadOnlyList<(CaseTask Task, TestCase Case)> cases)
    {
        (string What, Func<TestCase, bool> Has, Func<ModelSpec, string?> WhyNot)[] needs =
        [
            ("images", testCase => testCase.Images.Count > 0, model => WhyNoParts(model)
                ?? (ModelRegistry.Find(model.Model) is { Images: false } card ? $"is {card.Name}, which takes no images; name another model" : null)),
            ("tools", testCase => testCase.Tools.Count > 0, WhyNoParts),
        ];
        var faults = from need in needs
                     let ids = cases.Where(entry => need.Has(entry.Case)).Select(entry => entry.Case.Id).ToList()
                     where ids.Count > 0
                     from model in models.SelectMany(model => model.Chain)
                     let why = need.WhyNot(model)
                     where why is not null
                     select new InputFault(planPath, 0, 0, string.Empty,
                         $"{(ids.Count == 1 ? "case" : "cases")} {string.Join(", ", ids)} with {need.What}: model {model.Name} {why}, or leave these cases out. "
                         + "No call was made.");
        if (faults.ToList() is { Count: > 0 } found)
        {
            throw new InputException(found);
        }
    }

    private static string? WhyNoParts(ModelSpec model) => model.HasEndpoint ? model.Wire.PathStyle == PathStyle.OllamaNative ? Ollama : null
        : $"is {(model.IsSimulated ? "simulated" : "a plugin")} and is given texts alone; name a model with an endpoint";
}
