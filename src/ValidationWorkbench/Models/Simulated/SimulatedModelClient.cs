using System.Globalization;
using System.Net;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Models;

/// <summary>
/// Stand-in for a language model that needs no network: it reads the prompt by evidence tables and answers as an endpoint would.
/// The same profile, seed and request give the same reply. It is no language model and its results are a demonstration.
/// </summary>
public sealed class SimulatedModelClient : IModelClient
{
    /// <summary>What every reply carries as its backend, also within a recording.</summary>
    public const string SystemFingerprint = "simulated-1";

    private readonly SimulatedProfile profile;
    private readonly ulong seed;
    private readonly TimeProvider timeProvider;

    /// <summary>The profile says how often it errs, the seed which cases are hit; the clock measures the time the reply took.</summary>
    public SimulatedModelClient(SimulatedProfile profile, ulong seed, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(timeProvider);
        RequireProbability(profile.SystematicErrorRate, nameof(profile.SystematicErrorRate));
        RequireProbability(profile.InstabilityRate, nameof(profile.InstabilityRate));
        RequireProbability(profile.WordingNoise, nameof(profile.WordingNoise));
        RequireProbability(profile.OmissionRate, nameof(profile.OmissionRate));
        RequireProbability(profile.MalformedRate, nameof(profile.MalformedRate));
        RequireProbability(profile.FailureRate, nameof(profile.FailureRate));
        this.profile = profile;
        this.seed = seed;
        this.timeProvider = timeProvider;

        // Built now, so that the first reply is not charged with the time it takes to compile the table.
        _ = CategoryEvidence.Rules;
    }

    /// <inheritdoc />
    public Task<ModelExchange> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<ModelExchange>(cancellationToken);
        }

        var started = timeProvider.GetTimestamp();
        var requestBytes = ChatCompletionRequest.ToBytes(request);
        var (status, replyBytes) = Answer(request);
        return Task.FromResult(new ModelExchange
        {
            RequestBytes = requestBytes,
            ReplyBytes = replyBytes,
            HttpStatus = (int)status,
            Latency = timeProvider.GetElapsedTime(started),
        });
    }

    private (HttpStatusCode Status, byte[] Body) Answer(ModelRequest request)
    {
        if (request.Schema.Name != ReplySchemas.Categorization.Name && request.Schema.Name != ReplySchemas.OqSuite.Name)
        {
            return (HttpStatusCode.BadRequest, SimulatedReplyBody.UnknownSchema(request.Schema.Name));
        }

        var usual = SimulatedChance.Of(seed, request);
        var call = usual.For("call").For(request.Repeat);
        if (call.For("failure").Happens(profile.FailureRate))
        {
            return (HttpStatusCode.ServiceUnavailable, SimulatedReplyBody.Overloaded());
        }

        var content = Content(request, usual, call);
        var cut = call.For("malformed");
        return cut.Happens(profile.MalformedRate)
            ? (HttpStatusCode.OK, SimulatedReplyBody.CutOff(request, call, content, cut.For("length").Unit))
            : (HttpStatusCode.OK, SimulatedReplyBody.Complete(request, call, content));
    }

    private string Content(ModelRequest request, SimulatedChance usual, SimulatedChance call) =>
        request.Schema.Name == ReplySchemas.Categorization.Name
            ? CategorizationReply.Write(ErringCategorizer.Judge(request.UserPrompt, profile, usual, call))
            : SuiteReply.Write(SuiteDrafter.Draft(request.UserPrompt, profile, usual, call));

    private static void RequireProbability(double value, string name)
    {
        if (!(value is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}, allowed is 0 to 1."));
        }
    }
}
