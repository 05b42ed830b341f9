using MediatR;
using ValidationWorkbench.Files;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.UseCases;

/// <summary>Shows which providers and models the workbench knows, and those of a plan as they would be asked. Nothing is asked.</summary>
/// <param name="PlanPath">Plan whose models are shown as well; null for none.</param>
/// <param name="Profile">Deployment profile of that plan; null for the plan's default.</param>
/// <param name="Provider">Only what concerns this provider; null for all.</param>
public sealed record ListModels(string? PlanPath, string? Profile, string? Provider) : IRequest<KnownModels>;

/// <summary>What is known.</summary>
/// <param name="Providers">Presets.</param>
/// <param name="Models">Models of the registry.</param>
/// <param name="PlanModels">Models of the plan with endpoint, id, settings and price as resolved; empty where no plan was named.</param>
public sealed record KnownModels(IReadOnlyList<ProviderPreset> Providers, IReadOnlyList<ModelCard> Models, IReadOnlyList<ModelSpec> PlanModels);

internal sealed class ListModelsHandler : IRequestHandler<ListModels, KnownModels>
{
    public Task<KnownModels> Handle(ListModels request, CancellationToken cancellationToken)
    {
        if (request.Provider is { } name && ProviderPresets.Find(name) is null)
        {
            throw new InputException("--provider",
                $"found \"{name}\"; allowed: {string.Join(", ", ProviderPresets.All.Select(preset => preset.Name))}.");
        }

        bool IsAsked(string provider) => request.Provider is null || request.Provider == provider;
        var plan = request.PlanPath is { } path ? PlanFile.Read(path).Under(request.Profile).Plan : null;
        return Task.FromResult(new KnownModels(
            [.. ProviderPresets.All.Where(preset => IsAsked(preset.Name))],
            [.. ModelRegistry.All.Where(card => request.Provider is null || card.Ids.ContainsKey(request.Provider)
                || card.Prices.ContainsKey(request.Provider))],
            plan is null ? [] : [.. plan.Models.Where(model => IsAsked(model.Provider))
                .Select(model => PlanModels.Named(plan, model.Name, "--plan"))]));
    }
}
