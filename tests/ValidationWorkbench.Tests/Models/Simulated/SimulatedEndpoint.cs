using System.Text.Json;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Tests.Models.Simulated;

/// <summary>Asks the simulated model the way a run does and reads its reply.</summary>
internal static class SimulatedEndpoint
{
    public const string ConfiguredText =
        "The approval workflow is drawn in the product's workflow designer, and key users assemble the entry forms with the form editor.";

    public static ModelRequest Categorization(string text, int repeat = 1, string model = "sim-a") => Request(
        ReplySchemas.Categorization, $"Document: Description of a system\n\n{text}", repeat, model);

    public static ModelRequest Suite(IEnumerable<(string Id, string Text)> requirements, int repeat = 1, string model = "sim-a") => Request(
        ReplySchemas.OqSuite,
        "System: Batch record system\nGAMP category: 4\n\nIt keeps batch records.\n\nRequirements:"
            + string.Concat(requirements.Select(requirement => $"\n- {requirement.Id}: {requirement.Text}")),
        repeat,
        model);

    public static ModelRequest Request(ReplySchema schema, string userPrompt, int repeat = 1, string model = "sim-a") => new()
    {
        Model = model,
        SystemPrompt = "Answer in JSON.",
        UserPrompt = userPrompt,
        Schema = schema,
        Parameters = new ModelParameters(),
        Repeat = repeat,
    };

    public static ModelExchange Ask(ModelRequest request, SimulatedProfile? profile = null, ulong seed = 7) =>
        new SimulatedModelClient(profile ?? new SimulatedProfile(), seed, TimeProvider.System)
            .AskAsync(request, CancellationToken.None).GetAwaiter().GetResult();

    public static ModelReply Reply(ModelRequest request, SimulatedProfile? profile = null, ulong seed = 7)
    {
        var exchange = Ask(request, profile, seed);
        var (reply, fault) = ChatCompletionReader.Read(exchange.HttpStatus, exchange.TransportError, exchange.ReplyBytes, new EndpointSettings());
        return reply ?? throw new InvalidOperationException($"No reply: {fault}");
    }

    public static JsonElement Json(ModelRequest request, SimulatedProfile? profile = null, ulong seed = 7)
    {
        using var document = JsonDocument.Parse(Reply(request, profile, seed).Text);
        return document.RootElement.Clone();
    }

    /// <summary>Category answered to a text, null for undecided.</summary>
    public static int? Category(string text, SimulatedProfile? profile = null, int repeat = 1)
    {
        var category = Json(Categorization(text, repeat), profile).GetProperty("category");
        return category.ValueKind == JsonValueKind.Null ? null : category.GetInt32();
    }

    /// <summary>Everything a test says, in one text.</summary>
    public static string TextOf(JsonElement test) => string.Join(
        ' ',
        test.GetProperty("steps").EnumerateArray().Select(step => $"{step.GetProperty("action").GetString()} {step.GetProperty("expectedResult").GetString()}"));
}
