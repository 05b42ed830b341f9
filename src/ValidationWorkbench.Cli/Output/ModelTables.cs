using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Output;

/// <summary>Providers, known models and the models of a plan, as tables or as JSON.</summary>
internal static class ModelTables
{
    private const string Unknown = "–";

    private static readonly JsonSerializerOptions Options = new(JsonOutput.Options)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static void Write(IAnsiConsole console, KnownModels known)
    {
        WriteProviders(console, known.Providers);
        WriteModels(console, known.Models);
        if (known.PlanModels.Count > 0)
        {
            WritePlanModels(console, known.PlanModels);
        }
    }

    public static string Json(KnownModels known) => JsonSerializer.Serialize(new
    {
        providers = known.Providers,
        models = known.Models,
        planModels = known.PlanModels.Select(model => new
        {
            model.Name,
            model.Provider,
            model.Model,
            model.Endpoint,
            model.KeyVariable,
            model.KeyFile,
            model.TimeoutSeconds,
            model.Parameters,
            settings = model.Settings,
            model.Price,
        }),
    }, Options);

    private static void WriteProviders(IAnsiConsole console, IReadOnlyList<ProviderPreset> providers)
    {
        console.WriteLine("Providers");
        var table = new Table().Border(TableBorder.Rounded).AddColumn(Narrow("Provider")).AddColumn("Endpoint, key variable")
            .AddColumn(Narrow("Length field"))
            .AddColumn(Narrow("Protocol, structure"));
        foreach (var preset in providers)
        {
            var settings = preset.Settings;
            Add(table, preset.Name, $"{preset.Endpoint ?? "(given by the plan)"}\n{preset.KeyVariable ?? "no key"}", settings.LengthField,
                $"{Kebab(settings.PathStyle)}\n{Kebab(settings.StructuredOutput)}");
        }

        console.Write(table);
        foreach (var preset in providers)
        {
            var omitted = preset.Settings.Omit.Count == 0 ? string.Empty : $"Never sent: {string.Join(", ", preset.Settings.Omit)}. ";
            if ($"{omitted}{preset.Note}".Trim() is { Length: > 0 } words)
            {
                Lines.WriteFact(console, preset.Name, words, 17);
            }
        }

        console.WriteLine();
    }

    private static void WriteModels(IAnsiConsole console, IReadOnlyList<ModelCard> models)
    {
        console.WriteLine("Known models; of any other nothing is assumed");
        var table = new Table().Border(TableBorder.Rounded)
            .AddColumn(Narrow("Model")).AddColumn(Narrow("Context").RightAligned()).AddColumn(Narrow("Reply").RightAligned()).AddColumn("Temp.")
                .AddColumn("Reasoning effort")
            .AddColumn("Schema").AddColumn("Seed").AddColumn("Logprobs").AddColumn(Narrow("Per million tokens in/out"));
        foreach (var card in models)
        {
            Add(table, card.Name, Number(card.ContextWindow), Number(card.OutputLimit), card.Temperature ? "allowed" : "refused",
                card.ReasoningEffort.Count == 0 ? Unknown : string.Join(", ", card.ReasoningEffort), YesNo(card.JsonSchema), YesNo(card.Seed),
                    YesNo(card.Logprobs), Prices(card));
        }

        console.Write(table);
        console.WriteLine();
    }

    private static void WritePlanModels(IAnsiConsole console, IReadOnlyList<ModelSpec> models)
    {
        console.WriteLine("Models of the plan, as they would be asked");
        foreach (var model in models)
        {
            void Row(string name, string value) => Lines.WriteFact(console, name, value);
            console.WriteLine(model.DisplayName);
            var key = (model.KeyVariable ?? model.KeyFile) is { } place ? $"key from {place}" : "without a key";
            Row("  asked", model.HasEndpoint ? $"as {model.Model} at {model.Endpoint} ({model.Provider}), {key}"
                : model.Plugin is { } plugin ? $"as {model.Model} by the plugin {plugin.Describe()}" : model.Provider);
            foreach (var fallback in model.DescribeFallbacks())
            {
                Row("  fallback", fallback);
            }

            Row("  asks for", model.Parameters.Describe());
            if (model.Settings is { } settings)
            {
                Row("  settings", settings.Describe());
                Row("  context", settings.ContextWindow is { } window ? $"{Number(window)} tokens" : "not known");
            }

            Row("  price", model.Price is { } price ? $"{Price(price)} per million tokens in / out" : "none known");
        }
    }

    private static TableColumn Narrow(string name) => new TableColumn(name).NoWrap();

    private static void Add(Table table, params string[] cells) => table.AddRow([.. cells.Select(Markup.Escape)]);

    private static string Prices(ModelCard card) => card.Prices.Count == 0 ? Unknown
        : string.Join('\n', card.Prices.Select(entry => $"{entry.Key} {Price(entry.Value)}").Append($"as of {card.PricesOf}"));

    private static string Price(ModelPrice price) =>
        string.Create(CultureInfo.InvariantCulture, $"{price.InputPerMillion} / {price.OutputPerMillion} {price.Currency}");

    private static string Number(int? value) => value?.ToString("#,0", CultureInfo.InvariantCulture) ?? Unknown;

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static string Kebab<T>(T value)
        where T : struct, Enum => CriterionWords.Kebab(value);
}
