using System.Text.Json;
using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.Models.Probing;

/// <summary>The questions of a probe: short, harmless, and each made so that its answer shows one thing.</summary>
public static class ProbeQuestions
{
    /// <summary>Length that the question for a long text allows, in tokens.</summary>
    public const int ShortLimit = 16;

    /// <summary>Calls of a whole probe, where nothing is refused.</summary>
    public const int Calls = 7;

    private const int LongLimit = 1000;
    private const int CharactersPerToken = 4;

    private const string City = "city";
    private const string Population = "population";

    private static readonly ReplySchema Schema = new("probe_city",
        $$$"""{"type":"object","properties":{"{{{City}}}":{"type":"string"},"{{{Population}}}":{"type":"integer"}},"required":["{{{City}}}","{{{Population}}}"],"additionalProperties":false}""");

    /// <summary>A short chat without any structure.</summary>
    public static ModelRequest Chat(ModelSpec model) => Plain(model, "Say in one sentence what a balance is.");

    /// <summary>The same, streamed.</summary>
    public static ModelRequest Streamed(ModelSpec model)
    {
        var chat = Chat(model);
        return chat with { Settings = chat.Settings with { Stream = true } };
    }

    /// <summary>A question that nobody answers in JSON unless told to by the schema.</summary>
    public static ModelRequest Structured(ModelSpec model) =>
        Plain(model, "What is the capital of France, and about how many people live there?") with { Settings = model.Wire with { Stream = false } };

    /// <summary>A question for several hundred tokens, with a limit of <see cref="ShortLimit"/>.</summary>
    public static ModelRequest Limited(ModelSpec model)
    {
        var request = Plain(model, "Count from 1 to 200 in digits, one number per line, without any other word.");
        return request with { Parameters = request.Parameters with { MaxTokens = ShortLimit } };
    }

    /// <summary>A question that leaves much to chance, at temperature 1.</summary>
    public static ModelRequest Sampled(ModelSpec model, long? seed)
    {
        var request = Plain(model, "Invent a name for a ship and say in one sentence where it sails.");
        return request with { Parameters = request.Parameters with { Temperature = 1, Seed = seed } };
    }

    /// <summary>True where a reply has the structure asked for by <see cref="Structured"/>.</summary>
    public static bool Obeys(string answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.EnumerateObject().Count() == 2
                && root.TryGetProperty(City, out var city) && city.ValueKind == JsonValueKind.String
                && root.TryGetProperty(Population, out var population) && population.ValueKind == JsonValueKind.Number
                    && population.TryGetInt64(out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>What a whole probe uses at most where the endpoint keeps the length limits: four characters a token in, and every limit used up.</summary>
    public static TokenUsage MostTokens(ModelSpec model)
    {
        ModelRequest[] requests = [Chat(model), Streamed(model), Structured(model), Limited(model), .. Enumerable.Repeat(Sampled(model, 1), 3)];
        return requests.Aggregate(default(TokenUsage), (sum, request) =>
            sum + new TokenUsage(ChatCompletionRequest.ToBytes(request).Length / CharactersPerToken, request.Parameters.MaxTokens ?? LongLimit));
    }

    /// <summary>A chat with the plan's parameters, whose length no plan makes longer than needed.</summary>
    private static ModelRequest Plain(ModelSpec model, string question)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new ModelRequest
        {
            Model = model.Model,
            SystemPrompt = "You answer briefly.",
            UserPrompt = question,
            Schema = Schema,
            Parameters = model.Parameters with { MaxTokens = Math.Min(model.Parameters.MaxTokens ?? LongLimit, LongLimit) },

            // No structure is asked for, whichever way the plan would ask for it.
            Settings = model.Wire with
            {
                StructuredOutput = StructuredOutput.JsonSchema,
                Omit = [.. model.Wire.Omit, "response_format", "format"],
                Stream = false
            },
            Repeat = 1,
        };
    }
}
