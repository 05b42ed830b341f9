using System.Text.RegularExpressions;
using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.Models;

/// <summary>Whether the model that answered is the one that was asked. Some servers answer with whatever they have loaded.</summary>
public static partial class ServedModelRule
{
    /// <summary>
    /// True for the id asked for, a dated version of it, another provider's id of the same model (<see cref="ModelRegistry"/>), or an id that the
    /// plan accepts; also where the endpoint names none.
    /// </summary>
    public static bool Accepts(ModelSpec model, string? served)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Chain.Any(asked => AcceptsAt(asked, served));
    }

    private static bool AcceptsAt(ModelSpec model, string? served) =>
        served is null || served == model.Model || model.AcceptedModels.Contains(served) || ModelRegistry.AreSame(model.Model, served)
            || (served.StartsWith(model.Model, StringComparison.Ordinal) && DateSuffix().IsMatch(served.AsSpan(model.Model.Length)));

    /// <summary>One line that says what was wrong.</summary>
    public static string Describe(ModelSpec model, string? served)
    {
        ArgumentNullException.ThrowIfNull(model);
        return $"{model.DisplayName}: the endpoint was asked for \"{model.Model}\" and answered as \"{served}\". If that is the same model, add the name to acceptedModels.";
    }

    [GeneratedRegex(@"\A[-@]\d{4}-?\d{2}-?\d{2}\z")]
    private static partial Regex DateSuffix();
}
