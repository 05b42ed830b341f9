using MediatR;
using ValidationWorkbench.Files;
using ValidationWorkbench.Models;

namespace ValidationWorkbench.UseCases;

/// <summary>Asks the endpoint of a model of a plan which models it serves. It costs nothing and leaves no record.</summary>
/// <param name="PlanPath">The plan.</param>
/// <param name="Profile">Deployment profile of the plan; null for the plan's default.</param>
/// <param name="Model">Name of the model in the plan.</param>
public sealed record DiscoverModels(string PlanPath, string? Profile, string Model) : IRequest<DiscoveredModels>;

/// <summary>What the endpoint said.</summary>
/// <param name="Model">The model as it would be asked.</param>
/// <param name="Ids">Ids that it serves; null where it gave no list.</param>
/// <param name="Fault">Why there is no list; null where there is one.</param>
public sealed record DiscoveredModels(ModelSpec Model, IReadOnlyList<string>? Ids, EndpointFault? Fault);

internal sealed class DiscoverModelsHandler(ModelClients clients) : IRequestHandler<DiscoverModels, DiscoveredModels>
{
    public async Task<DiscoveredModels> Handle(DiscoverModels request, CancellationToken cancellationToken)
    {
        var model = PlanModels.Named(PlanFile.Read(request.PlanPath).Under(request.Profile).Plan, request.Model, "--discover");
        if (!model.HasEndpoint)
        {
            throw new InputException("--discover", $"{model.DisplayName} has no endpoint that could be asked.");
        }

        var exchange = await clients.ListAsync(model, cancellationToken).ConfigureAwait(false);
        var (ids, fault) = ModelListReader.Read(exchange.HttpStatus, exchange.TransportError, exchange.ReplyBytes);
        return new DiscoveredModels(model, ids, fault);
    }
}
