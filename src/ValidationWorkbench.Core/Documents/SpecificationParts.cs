using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks of the configuration specification: what is asked, of whom, how, and how answers are measured.</summary>
internal static class SpecificationParts
{
    private static readonly IReadOnlyList<CaseTask> Tasks = [CaseTask.Categorization, CaseTask.OqGeneration];

    /// <summary>The prompts in full, as they are sent to each model.</summary>
    public static IReadOnlyList<ContentPart> Prompts(DocumentFacts facts) => [.. Tasks.Zip(facts.Configuration.Prompts)
        .SelectMany(entry => Prompt(entry.First, entry.Second, facts))];

    /// <summary>Each model as resolved and frozen with the run. Of a key only the place is named.</summary>
    public static IReadOnlyList<ContentPart> ModelSettings(DocumentFacts facts) =>
        [.. new[] { ModelRole.Baseline, ModelRole.Candidate }.SelectMany(role => Settings(role, facts.Configuration.ModelOf(role)))];

    /// <summary>Order, number and handling of the calls.</summary>
    public static IReadOnlyList<ContentPart> Execution(DocumentFacts facts)
    {
        var (configuration, execution, budgets) = (facts.Configuration, facts.Plan.Execution, facts.Plan.Budgets);
        return
        [
            new FactsPart(
            [
                ("Repeats", $"{Number(configuration.Repeats)} of every case and model"),
                ("Order", $"pairs of case and repeat shuffled by Fisher and Yates from seed {Number(configuration.Seed)} (SplitMix64); within a "
                    + "pair chance decides which model is asked first"),
                ("Calls at once", $"up to {Number(configuration.Concurrency)}"),
                ("Attempts", $"up to {Number(execution.MaxAttempts)} for each trial, for trouble at the endpoint alone; longest wait "
                    + $"{Seconds(execution.MaxWaitSeconds)}"),
                ("Warm-up", execution.WarmUp ? "each model that has an endpoint is asked once before its first trial; not scored" : "none"),
                ("The run stops", $"after {Figures.Count(execution.StopAfterConsecutiveErrors, "trial")} without an answer in a row"),
                ("The run is INVALID", $"where more than {Figures.Setting(execution.MaxErrorShare)} of the trials have no answer"),
                ("Budgets", Budget(budgets)),
            ]),
        ];
    }

    /// <summary>The structures that replies must have.</summary>
    public static IReadOnlyList<ContentPart> ReplyStructures(DocumentFacts facts) =>
    [.. Tasks.SelectMany(task => new ContentPart[]
    {
        new FactsPart([("Task", CriterionWords.Kebab(task)), ("Schema", ReplySchemas.Of(task).Name),
            ("SHA-256", Sha256Hex.Of(ReplySchemas.Of(task).Json))]),
        new CodePart(JsonLayout.Of(ReplySchemas.Of(task).Json)),
    })];

    /// <summary>What the criteria of the plan count, and the formulas that decide them.</summary>
    public static IReadOnlyList<ContentPart> Methods(DocumentFacts facts)
    {
        IReadOnlyList<AcceptanceCriterion> Of(CriterionMethod method) => [.. facts.Plan.Criteria.Where(criterion => criterion.Method == method)];
        return
        [
            new TablePart("What each criterion counts", [new("Metric", 3), new("Criteria", 2), new("Definition", 9)],
                [.. facts.Plan.Criteria.GroupBy(criterion => criterion.Kind).Select(group => (IReadOnlyList<string>)
                    [CriterionWords.Kebab(group.Key), Ids(group), MethodWords.Definition(group.Key)])]),
            .. Enum.GetValues<CriterionMethod>().Where(method => Of(method).Count > 0).Select(method => new FactsPart(
            [
                ("Method", CriterionWords.Kebab(method)), ("Criteria", Ids(Of(method))), ("Formula", MethodWords.Formula(method)),
                ("Rule", MethodWords.Rule(method)),
                ("Source", MethodWords.Source(method)),
            ])),
            .. Of(CriterionMethod.ClopperPearson).Where(criterion => criterion.Unit == CriterionUnit.Case).ToList() is { Count: > 0 } cases
                ? [new FactsPart([("Method", "bracket of repeats"), ("Criteria", Ids(cases)), ("Formula", MethodWords.Bracket),
                    ("Source", MethodWords.BracketSource)])]
                : Array.Empty<ContentPart>(),
        ];
    }

    /// <summary>The templates of the documents as frozen with the run.</summary>
    public static IReadOnlyList<ContentPart> Templates(DocumentFacts facts) =>
    [
        new TablePart("Document templates", [new("File", 4), new("Version", 1.4), new("SHA-256", 8)],
            [.. facts.Configuration.Templates.Select(file => (IReadOnlyList<string>)
                [file.Name, facts.Documents.FirstOrDefault(kind => $"{kind.Name}.md" == file.Name)?.TemplateVersion ?? "–", file.Sha256])]),
    ];

    private static IEnumerable<ContentPart> Prompt(CaseTask task, FrozenFile file, DocumentFacts facts)
    {
        var text = facts.Prompts[task];
        yield return new FactsPart([("Task", CriterionWords.Kebab(task)), ("File", $"{file.Name}, SHA-256 {file.Sha256}")]);
        foreach (var group in new[] { ModelRole.Baseline, ModelRole.Candidate }.Select(facts.Configuration.ModelOf)
            .GroupBy(model => ChatCompletionRequest.SystemMessage(text, model.Wire, ReplySchemas.Of(task))))
        {
            yield return ParagraphPart.Plain($"System message to {string.Join(" and ", group.Select(model => model.DisplayName))}, SHA-256 "
                + $"{Sha256Hex.Of(group.Key)}:");
            yield return new CodePart(group.Key.TrimEnd('\n'));
        }

        yield return ParagraphPart.Plain("User message, with what the case holds in place of the words in angle brackets and of the category:");
        yield return new CodePart(CasePrompt.For(task, Pattern));
    }

    private static IEnumerable<ContentPart> Settings(ModelRole role, ModelSpec model)
    {
        var facts = new List<(string, string)>
        {
            ("Role", role.ToString()), ("Name", model.DisplayName), ("Provider", model.IsSimulated ? "simulated (no language model)"
                : model.Provider),
            ("Model id sent", model.Model), ("Parameters", model.Parameters.Describe()),
        };
        if (model.HasEndpoint)
        {
            facts.AddRange(
            [
                ("Endpoint", model.Endpoint ?? "none"),
                ("Accepted as answered by", string.Join(", ", model.AcceptedModels.Prepend($"{model.Model} and its dated versions"))),
                ("Protocol", model.Wire.Describe()), ("Key", Key(model)), ("Longest wait", Seconds(model.TimeoutSeconds)),
                ("Limits", Limits(model.Wire)),
            ]);
        }

        if (model.Plugin is { } plugin)
        {
            facts.Add(("Client", plugin.Describe()));
            facts.AddRange(plugin.Settings.OrderBy(setting => setting.Key, StringComparer.Ordinal)
                .Select(setting => ("Setting", $"{setting.Key}: {setting.Value}")));
        }

        if (model.Profile is { } profile)
        {
            facts.Add(("Error profile", string.Create(CultureInfo.InvariantCulture,
                $"systematic errors {profile.SystematicErrorRate}, instability {profile.InstabilityRate}, wording {profile.WordingNoise}, omissions "
                    + $"{profile.OmissionRate}, malformed {profile.MalformedRate}, failures {profile.FailureRate} (each a probability)")));
        }

        facts.Add(("Price", model.Price is { } price
            ? string.Create(CultureInfo.InvariantCulture,
                $"{price.InputPerMillion} in, {price.OutputPerMillion} out, {price.Currency} per million tokens")
            : "not known"));
        return [new FactsPart(facts)];
    }

    private static string Key(ModelSpec model) => model.Wire.Auth == AuthStyle.None ? "none sent"
        : model.KeyVariable is { } variable ? $"from the environment variable {variable}; its value is in no record"
        : model.KeyFile is not null ? "from a file that its owner alone may read; its content is in no record"
        : "none";

    private static string Limits(EndpointSettings settings)
    {
        static string Limit(int? value, string what) => value is { } limit ? $"{Number(limit)} {what}" : $"{what} not limited by the plan";
        var window = settings.ContextWindow is { } tokens ? $"context window {Number(tokens)} tokens" : "context window not known";
        return $"{Limit(settings.RequestsPerMinute, "requests per minute")}; {Limit(settings.TokensPerMinute, "tokens per minute")}; {window}";
    }

    private static string Budget(Budgets budgets)
    {
        var parts = new List<string>();
        if (budgets.MaxTokens is { } tokens)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{tokens:N0} tokens"));
        }

        if (budgets.MaxCost is { } cost)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"cost {cost} in the currency of the prices"));
        }

        if (budgets.MaxMinutes is { } minutes)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes"));
        }

        return parts.Count == 0 ? "none" : string.Join(", ", parts);
    }

    private static TestCase Pattern { get; } = new()
    {
        Id = "pattern",
        Title = "<title>",
        Text = "<text of the document>",
        Category = 4,
        Requirements = [new() { Id = "<id>", Text = "<text>" }],
        Strata = new Dictionary<string, string>(),
        Origin = CaseOrigin.Human,
        VerifiedBy = [],
        Rationale = string.Empty,
    };

    private static string Ids(IEnumerable<AcceptanceCriterion> criteria) => string.Join(", ", criteria.Select(criterion => criterion.Id));

    private static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds} s");

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
