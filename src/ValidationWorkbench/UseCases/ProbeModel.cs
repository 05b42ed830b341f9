using MediatR;
using ValidationWorkbench.Files;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Models.Probing;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.UseCases;

/// <summary>
/// Asks a model of a plan a few short questions to see what its endpoint honours. It is no validation and leaves no record; nothing is tried again.
/// </summary>
/// <param name="PlanPath">The plan.</param>
/// <param name="Model">Name of the model in the plan.</param>
public sealed record ProbeModel(string PlanPath, string Model) : IRequest<ProbeReport>
{
    /// <summary>Deployment profile of the plan; null for the plan's default.</summary>
    public string? Profile { get; init; }

    /// <summary>Told which model will be asked, before the first call.</summary>
    public Action<ModelSpec>? OnStart { get; init; }
}

internal sealed class ProbeModelHandler(ModelClients clients) : IRequestHandler<ProbeModel, ProbeReport>
{
    private const long Seed = 7;
    private const long OtherSeed = 8;

    public async Task<ProbeReport> Handle(ProbeModel request, CancellationToken cancellationToken)
    {
        var plan = PlanFile.Read(request.PlanPath).Under(request.Profile);
        var model = PlanModels.Named(plan.Plan, request.Model, "NAME");
        if (model.IsSimulated)
        {
            throw new InputException(request.Model, "is simulated: it has no endpoint to probe, and honours everything by design.");
        }

        var plugins = PluginFiles.Read(plan, [model]);
        IModelClient Create(ModelSpec asked) => clients.Create(asked, seed: 0, sha256 => plugins[sha256]);
        var client = Create(model);
        var streaming = model.HasEndpoint ? Create(Streaming(plan.Plan, model.Name)) : null;
        request.OnStart?.Invoke(model);
        try
        {
            var list = model.HasEndpoint ? await clients.ListAsync(model, cancellationToken).ConfigureAwait(false) : null;
            return await ProbeAsync(model, list, client, streaming, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            (client as IDisposable)?.Dispose();
            (streaming as IDisposable)?.Dispose();
        }
    }

    /// <summary>A client looks for the first token only where its model streams.</summary>
    private static ModelSpec Streaming(ValidationPlan plan, string name) => PlanModels.Named(plan with
    {
        Models = [.. plan.Models.Select(model => model with { Connection = (model.Connection ?? new ConnectionOverrides()) with { Stream = true } })],
    }, name, "NAME");

    private static async Task<ProbeReport> ProbeAsync(
        ModelSpec model, ModelExchange? list, IModelClient client, IModelClient? streaming, CancellationToken cancellationToken)
    {
        var calls = new List<ProbedCall>();
        Task<ProbedCall> AskAsync(ModelRequest question) => AskOfAsync(client, question);
        async Task<ProbedCall> AskOfAsync(IModelClient asked, ModelRequest question)
        {
            calls.Add(ProbedCall.Of(await asked.AskAsync(question, cancellationToken).ConfigureAwait(false), question.Settings));
            return calls[^1];
        }

        // Where nobody answers at all, the questions would only be waited for one by one.
        var chat = list is { HttpStatus: null } ? null : await AskAsync(ProbeQuestions.Chat(model)).ConfigureAwait(false);
        List<ProbeFinding> findings =
        [
            .. ProbeJudgement.OfList(model, list),
            .. chat is null ? ProbeJudgement.NotAsked("the endpoint cannot be reached") : ProbeJudgement.OfChat(model, chat),
        ];
        if (chat?.Reply is not null)
        {
            findings.Add(ProbeJudgement.OfStructure(model, await AskAsync(ProbeQuestions.Structured(model)).ConfigureAwait(false)));
            findings.Add(ProbeJudgement.OfLimit(model, await AskAsync(ProbeQuestions.Limited(model)).ConfigureAwait(false)));
            findings.AddRange(await ProbeSamplingAsync(model, AskAsync).ConfigureAwait(false));
            findings.Add(streaming is not null
                ? ProbeJudgement.OfStream(model, await AskOfAsync(streaming, ProbeQuestions.Streamed(model)).ConfigureAwait(false))
                : new ProbeFinding("streaming", ProbeOutcome.NotTried, "there is no endpoint"));
            findings.Add(ProbeJudgement.OfMarks([.. calls.Where(call => call.Reply is not null)]));
        }

        return new ProbeReport
        {
            Model = model,
            Findings = findings,
            Calls = calls.Count,
            Usage = calls.Aggregate(default(TokenUsage), (sum, call) => sum + (call.Reply?.Usage ?? default)),
            Usable = chat?.Reply is { } reply && ServedModelRule.Accepts(model, reply.Model),
        };
    }

    private static async Task<IEnumerable<ProbeFinding>> ProbeSamplingAsync(ModelSpec model, Func<ModelRequest, Task<ProbedCall>> askAsync)
    {
        var sendsSeed = !model.Wire.Omit.Contains("seed");
        var first = await askAsync(ProbeQuestions.Sampled(model, Seed)).ConfigureAwait(false);
        var answered = first.Reply is not null;
        var again = answered ? await askAsync(ProbeQuestions.Sampled(model, Seed)).ConfigureAwait(false) : null;
        var other = answered && sendsSeed ? await askAsync(ProbeQuestions.Sampled(model, OtherSeed)).ConfigureAwait(false) : null;

        // A refusal may be of the seed or of the temperature: asked without the seed, the endpoint shows which.
        var seedless = first.IsRefused && sendsSeed ? await askAsync(ProbeQuestions.Sampled(model, null)).ConfigureAwait(false) : null;
        return ProbeJudgement.OfSampling(model, first, again, other, seedless);
    }
}
