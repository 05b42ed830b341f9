using System.Globalization;
using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.Models.Probing;

/// <summary>Says what the answers of a probe show, and no more than that: one call shows what an endpoint can do, not what it always does.</summary>
public static class ProbeJudgement
{
    private static readonly string[] Later = ["JSON schema", "length limit", "temperature", "seed", "streaming"];

    /// <summary>Whether the endpoint answers at all and lists the model.</summary>
    /// <param name="model">The model asked.</param>
    /// <param name="list">The call for the list of models; null where there is no endpoint.</param>
    public static IEnumerable<ProbeFinding> OfList(ModelSpec model, ModelExchange? list)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (list is null)
        {
            return [new ProbeFinding("list of models", ProbeOutcome.NotTried, "there is no endpoint")];
        }

        var reached = list.HttpStatus is not null;
        var reachable = reached ? new ProbeFinding("reachable", ProbeOutcome.Honoured, $"{model.Endpoint} answers", list.Latency)
            : new ProbeFinding("reachable", ProbeOutcome.Refused, $"{model.Endpoint}: {list.TransportError}", list.Latency);
        var (models, fault) = ModelListReader.Read(list.HttpStatus, list.TransportError, list.ReplyBytes);
        return
        [
            reachable,
            models is null ? new ProbeFinding("list of models", reached ? ProbeOutcome.Refused : ProbeOutcome.NotTried, fault!.Detail, list.Latency)
                : ModelListReader.Holds(models, model.Model)
                    ? new ProbeFinding("list of models", ProbeOutcome.Honoured, $"names {model.Model} among {Count(models.Count)}", list.Latency)
                : new ProbeFinding("list of models", ProbeOutcome.Noted, $"does not name {model.Model} among {Count(models.Count)}", list.Latency),
        ];
    }

    /// <summary>What the short chat shows of key, model, counts and reasoning.</summary>
    public static IEnumerable<ProbeFinding> OfChat(ModelSpec model, ProbedCall chat)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(chat);
        yield return OfKey(model, chat);
        if (chat.Reply is not { } reply)
        {
            yield return new ProbeFinding("short chat", chat.IsRefused ? ProbeOutcome.Refused : ProbeOutcome.NotTried, chat.Fault!.ToString(),
                chat.Exchange.Latency);
            foreach (var finding in NotAsked("the short chat had no answer"))
            {
                yield return finding;
            }

            yield break;
        }

        yield return new ProbeFinding("short chat", ProbeOutcome.Honoured, $"ended by \"{reply.FinishReason ?? "(no reason given)"}\"",
            chat.Exchange.Latency);
        yield return OfServedModel(model, reply);
        yield return new ProbeFinding("fingerprint", ProbeOutcome.Noted, reply.SystemFingerprint ?? "the endpoint names no build");
        yield return reply.Usage.Total > 0
            ? new ProbeFinding("usage counted", ProbeOutcome.Honoured,
                string.Create(CultureInfo.InvariantCulture, $"{reply.Usage.PromptTokens} tokens in, {reply.Usage.CompletionTokens} out"))
            : new ProbeFinding("usage counted", ProbeOutcome.Ignored, "no counts: tokens and cost of a run would be zero, and no budget would hold");
        yield return reply.Reasoning is { } reasoning
            ? new ProbeFinding("reasoning apart", ProbeOutcome.Honoured,
                string.Create(CultureInfo.InvariantCulture, $"kept apart, {reasoning.Length} characters"))
            : new ProbeFinding("reasoning apart", ProbeOutcome.Noted, "no reasoning in the reply");
    }

    /// <summary>What is left to ask once the endpoint has shown that it does not answer.</summary>
    public static IEnumerable<ProbeFinding> NotAsked(string why) => Later.Select(subject => new ProbeFinding(subject, ProbeOutcome.NotTried, why));

    /// <summary>Whether marks of channels stood in the content of any answer.</summary>
    public static ProbeFinding OfMarks(IReadOnlyList<ProbedCall> calls)
    {
        ArgumentNullException.ThrowIfNull(calls);
        var leaked = calls.Count(call => call.Reply?.Leaked == true);
        return leaked == 0 ? new ProbeFinding("channel marks", ProbeOutcome.Noted, "none in the answers")
            : new ProbeFinding("channel marks", ProbeOutcome.Ignored, string.Create(CultureInfo.InvariantCulture,
                $"left in {leaked} of {calls.Count} answers: switch on the server's reasoning parser (vLLM), or parsed reasoning (llama.cpp, gateways)"));
    }

    /// <summary>Whether the structure was kept.</summary>
    public static ProbeFinding OfStructure(ModelSpec model, ProbedCall call)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(call);
        var how = model.Wire.StructuredOutput switch
        {
            StructuredOutput.JsonSchema => "asked for by schema",
            StructuredOutput.JsonObject => "asked for by JSON mode and instructions",
            _ => "asked for by instructions alone",
        };
        return call.Reply is not { } reply ? NoAnswer("JSON schema", call)
            : ProbeQuestions.Obeys(reply.Answer) ? new ProbeFinding("JSON schema", ProbeOutcome.Honoured, $"{how}, kept", call.Exchange.Latency)
            : new ProbeFinding("JSON schema", ProbeOutcome.Ignored, $"{how}, not kept: {EndpointReply.OneLine(reply.Answer)}", call.Exchange.Latency);
    }

    /// <summary>Whether the length limit ended a long text.</summary>
    public static ProbeFinding OfLimit(ModelSpec model, ProbedCall call)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(call);
        if (call.Reply is not { } reply)
        {
            return NoAnswer("length limit", call);
        }

        var (tokens, reason) = (reply.Usage.CompletionTokens, reply.FinishReason ?? "(no reason given)");
        var counted = tokens > 0 ? string.Create(CultureInfo.InvariantCulture, $"{tokens} tokens") : "tokens that are not counted";
        var seen = string.Create(CultureInfo.InvariantCulture, $"{model.Wire.LengthField} {ProbeQuestions.ShortLimit}: ended by \"{reason}\" after {counted}");
        var outcome = tokens > ProbeQuestions.ShortLimit ? ProbeOutcome.Ignored
            : reason == "length" ? ProbeOutcome.Honoured
            : tokens > 0 || reply.Text.Length < ProbeQuestions.ShortLimit ? ProbeOutcome.NotTried : ProbeOutcome.Ignored;
        return new ProbeFinding("length limit", outcome, outcome == ProbeOutcome.NotTried ? $"{seen}, which shows nothing" : seen,
            call.Exchange.Latency);
    }

    /// <summary>Whether temperature and seed do anything.</summary>
    /// <param name="model">The model asked.</param>
    /// <param name="first">Temperature 1 with a seed.</param>
    /// <param name="again">The same once more; null where the first had no answer.</param>
    /// <param name="other">The same with another seed; null where the first had no answer, or no seed is sent.</param>
    /// <param name="seedless">The same without a seed, asked where the first was refused; else null.</param>
    public static IEnumerable<ProbeFinding> OfSampling(ModelSpec model, ProbedCall first, ProbedCall? again, ProbedCall? other, ProbedCall? seedless)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(first);
        bool sendsTemperature = !model.Wire.Omit.Contains("temperature"), sendsSeed = !model.Wire.Omit.Contains("seed");
        var answered = first.Reply is not null ? first : seedless;
        List<string> texts = [.. new[] { first, again, other }.Select(call => call?.Reply?.Text).OfType<string>().Where(text => text.Length > 0)];
        yield return !sendsTemperature ? new ProbeFinding("temperature", ProbeOutcome.NotTried, "never sent to this model")
            : answered?.Reply is null ? NoAnswer("temperature", answered ?? first)
            : texts.Distinct().Count() > 1
                ? new ProbeFinding("temperature", ProbeOutcome.Honoured, "1 is accepted, and answers differ", answered.Exchange.Latency)
            : new ProbeFinding("temperature", ProbeOutcome.Noted, "1 is accepted; whether it does anything the answers do not show",
                answered.Exchange.Latency);
        yield return !sendsSeed ? new ProbeFinding("seed", ProbeOutcome.NotTried, "never sent to this model")
            : first.Reply is null && seedless?.Reply is null
                ? new ProbeFinding("seed", ProbeOutcome.NotTried, "the question had no answer without it either")
            : first.Reply is null ? NoAnswer("seed", first)
            : texts.Count < 3 ? new ProbeFinding("seed", ProbeOutcome.NotTried, "a call had no text to compare", first.Exchange.Latency)
            : texts[0] != texts[1] ? new ProbeFinding("seed", ProbeOutcome.Ignored, "the same seed gave another text at temperature 1",
                first.Exchange.Latency)
            : texts[0] == texts[2] ? new ProbeFinding("seed", ProbeOutcome.NotTried, "another seed gave the same text as well, which shows nothing",
                first.Exchange.Latency)
            : new ProbeFinding("seed", ProbeOutcome.Honoured, "the same seed gave the same text, another seed another one", first.Exchange.Latency);
    }

    /// <summary>Whether an answer can be had piece by piece.</summary>
    public static ProbeFinding OfStream(ModelSpec model, ProbedCall call)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(call);
        var seen = call.Exchange.FirstToken is { } first
            ? string.Create(CultureInfo.InvariantCulture, $"the first token came after {first.TotalSeconds:0.000} s") : "the answer came piece by piece";
        return call.Reply is null ? NoAnswer("streaming", call)
            : StreamedReply.IsStream(call.Exchange.ReplyBytes, model.Wire.PathStyle)
                ? new ProbeFinding("streaming", ProbeOutcome.Honoured, seen, call.Exchange.Latency)
            : new ProbeFinding("streaming", ProbeOutcome.Ignored, "the answer came in one piece", call.Exchange.Latency);
    }

    private static ProbeFinding OfKey(ModelSpec model, ProbedCall chat) =>
        chat.Fault?.Kind == EndpointFaultKind.Authentication
            ? new ProbeFinding("key", ProbeOutcome.Refused, PlaceOfKey(model) is { } refused ? $"the key in {refused} is refused"
            : "a key is asked for; name its environment variable with keyVariable, or its file with keyFile")
        : PlaceOfKey(model) is not { } place ? new ProbeFinding("key", ProbeOutcome.NotTried, "the plan names no key")
        : chat.Exchange.HttpStatus is null ? new ProbeFinding("key", ProbeOutcome.NotTried, "no reply came")
        : new ProbeFinding("key", ProbeOutcome.Honoured, $"the key in {place} is accepted");

    private static string? PlaceOfKey(ModelSpec model) => model.KeyVariable ?? model.KeyFile;

    private static ProbeFinding OfServedModel(ModelSpec model, ModelReply reply) =>
        reply.Model is not { } served ? new ProbeFinding("served model", ProbeOutcome.Noted, "the endpoint does not say which model answered")
        : ServedModelRule.Accepts(model, served) ? new ProbeFinding("served model", ProbeOutcome.Honoured, $"answered as {served}")
        : new ProbeFinding("served model", ProbeOutcome.Ignored,
            $"asked for {model.Model}, answered as {served}: a run would be INVALID; if that is the same model, add it to acceptedModels");

    private static ProbeFinding NoAnswer(string subject, ProbedCall call) =>
        new(subject, call.IsRefused ? ProbeOutcome.Refused : ProbeOutcome.NotTried, call.Fault!.ToString(), call.Exchange.Latency);

    private static string Count(int models) => string.Create(CultureInfo.InvariantCulture, $"{models} {(models == 1 ? "model" : "models")}");
}
