using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.Files;

/// <summary>Rules of endpoints to fall back on: the model must be valid at each of them, and its answers must be read in one way.</summary>
internal static class FallbackRules
{
    public static void Check(ModelSpec model, IValidator<ModelSpec> validator, ValidationContext<ModelSpec> context)
    {
        var fallbacks = model.Fallbacks ?? [];
        var seen = new HashSet<(string?, string?)> { PlaceOf(model) };
        for (var i = 0; i < fallbacks.Count; i++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"Fallbacks[{i}]");
            var there = fallbacks[i].Instead(model);
            if (!there.HasEndpoint)
            {
                context.AddFailure($"{place}.Provider", "an endpoint that is asked over the network is needed.");
                continue;
            }

            foreach (var failure in validator.Validate(there).Errors)
            {
                context.AddFailure(new ValidationFailure(
                    context.PropertyChain.BuildPropertyPath($"{place}.{failure.PropertyName}"), failure.ErrorMessage, failure.AttemptedValue));
            }

            if (!seen.Add(PlaceOf(there)))
            {
                context.AddFailure(place, "names an endpoint that is asked already; another address or key is needed.");
            }

            if ((there.Wire.PathStyle == PathStyle.OllamaNative) != (model.Wire.PathStyle == PathStyle.OllamaNative))
            {
                context.AddFailure(place, "speaks another protocol than the first endpoint; use Ollama's /v1 beside endpoints that are compatible with OpenAI.");
            }
        }
    }

    private static (string? Endpoint, string? Key) PlaceOf(ModelSpec model) =>
        (ModelResolver.Resolve(model).Endpoint?.TrimEnd('/'), model.KeyVariable ?? model.KeyFile);
}
