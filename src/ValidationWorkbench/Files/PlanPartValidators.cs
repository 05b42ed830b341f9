using FluentValidation;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Files;

internal sealed class ExecutionValidator : AbstractValidator<Execution>
{
    public ExecutionValidator()
    {
        RuleFor(execution => execution.Concurrency).InclusiveBetween(1, 1024).WithMessage("a number from 1 to 1024 is needed.");
        RuleFor(execution => execution.MaxAttempts).InclusiveBetween(1, 5).WithMessage("a number from 1 to 5 is needed.");
        RuleFor(execution => execution.MaxWaitSeconds).InclusiveBetween(0, 3600).WithMessage("a number of seconds from 0 to 3600 is needed.");
        RuleFor(execution => execution.MaxErrorShare).InclusiveBetween(0, 1).WithMessage("a share from 0 to 1 is needed.");
        RuleFor(execution => execution.StopAfterConsecutiveErrors).GreaterThan(0).WithMessage("a positive number is needed.");
    }
}

internal sealed class BudgetsValidator : AbstractValidator<Budgets>
{
    public BudgetsValidator()
    {
        RuleFor(budgets => budgets.MaxTokens).GreaterThan(0).WithMessage("a positive number of tokens is needed, or no such line.");
        RuleFor(budgets => budgets.MaxCost).GreaterThan(0).WithMessage("a positive amount is needed, or no such line.");
        RuleFor(budgets => budgets.MaxMinutes).GreaterThan(0).WithMessage("a positive number of minutes is needed, or no such line.");
    }
}

internal sealed class PinnedFileValidator : AbstractValidator<PinnedFile>
{
    /// <param name="printedBy">Command that prints the hash.</param>
    public PinnedFileValidator(string printedBy = "`validate cases check FILE`")
    {
        RuleFor(file => file.Path).Must(EndpointRules.IsRelativePath)
            .WithMessage("a path relative to the plan, with forward slashes, is needed.");
        RuleFor(file => file.Sha256).Must(Sha256Hex.IsWellFormed)
            .WithMessage($"a SHA-256 of 64 lower-case hex digits is needed; {printedBy} prints it.");
    }
}

internal sealed class RequirementValidator : AbstractValidator<Requirement>
{
    public RequirementValidator()
    {
        RuleFor(requirement => requirement.Id).Matches(Names.Pattern).WithMessage(Names.Allowed);
        RuleFor(requirement => requirement.Text).NotEmpty().WithMessage("a testable statement is needed.");
        RuleFor(requirement => requirement.Rationale).NotEmpty().WithMessage("a reason is needed.");
    }
}

internal sealed class SigningPlanValidator : AbstractValidator<SigningPlan>
{
    public SigningPlanValidator()
    {
        RuleFor(signing => signing.Certificate).NotEmpty().WithMessage("the path of a PKCS #12 file (.p12, .pfx) is needed.");
        RuleFor(signing => signing.PasswordVariable).Matches(EndpointRules.KeyVariable)
            .WithMessage("the name of an environment variable in capitals is needed, never the password itself.");
    }
}

internal sealed class SignatoryValidator : AbstractValidator<Signatory>
{
    public SignatoryValidator()
    {
        RuleFor(signatory => signatory.Name).NotEmpty().WithMessage("a name is needed, or \"to be named\".");
        RuleFor(signatory => signatory.Role).NotEmpty().WithMessage("a role is needed.");
    }
}

internal sealed class ModelSpecValidator : AbstractValidator<ModelSpec>
{
    public ModelSpecValidator()
    {
        RuleFor(model => model.Name).Matches(Names.Pattern).WithMessage(Names.Allowed);
        RuleFor(model => model.Model).NotEmpty().WithMessage(EndpointRules.ModelNeeded);
        RuleFor(model => model.TimeoutSeconds).InclusiveBetween(1, EndpointRules.LongestTimeout).WithMessage(EndpointRules.TimeoutNeeded);
        RuleFor(model => model.Parameters.Temperature).InclusiveBetween(0, 2).WithMessage("a number from 0 to 2 is needed, or no such line.");
        RuleFor(model => model.Parameters.TopP).InclusiveBetween(0, 1).WithMessage("a number from 0 to 1 is needed, or no such line.");
        RuleFor(model => model.Parameters.MaxTokens).GreaterThan(0).WithMessage("a positive number of tokens is needed, or no such line.");
        RuleFor(model => model.Provider).Must(IsProvider)
            .WithMessage($"one of {string.Join(", ", ProviderPresets.All.Select(preset => preset.Name))}, {ModelSpec.SimulatedProvider} or {ModelSpec.PluginProvider} is needed.");
        RuleFor(model => model.Price!.InputPerMillion).GreaterThanOrEqualTo(0).When(model => model.Price is not null).WithMessage("a price of 0 or more is needed.");
        RuleFor(model => model.Price!.OutputPerMillion).GreaterThanOrEqualTo(0).When(model => model.Price is not null).WithMessage("a price of 0 or more is needed.");
        RuleFor(model => model.Price!.Currency).Matches(@"\A[A-Z]{3}\z").When(model => model.Price is not null).WithMessage("a currency code of three capitals is needed.");
        When(model => model.IsSimulated, () =>
        {
            RuleFor(model => model.Endpoint).Null().WithMessage("a simulated model has no endpoint.");
            RuleFor(model => model.KeyVariable).Null().WithMessage("a simulated model needs no key.");
            RuleFor(model => model.KeyFile).Null().WithMessage("a simulated model needs no key.");
            RuleFor(model => model.Profile!).SetValidator(_ => Once<SimulatedProfileValidator>.Validator).When(model => model.Profile is not null);
        });
        When(model => model.Provider == ModelSpec.PluginProvider, () =>
        {
            RuleFor(model => model.Endpoint).Null().WithMessage("a plugin has no endpoint; hand it what it needs under plugin: settings.");
            RuleFor(model => model.Connection).Null().WithMessage("a plugin has no connection; hand it what it needs under plugin: settings.");
            RuleFor(model => model.Plugin).NotNull().WithMessage("a plugin is needed: { assembly: PATH, sha256: HEX, type: NAME }.");
            RuleFor(model => model.Plugin!).SetValidator(_ => Once<PluginSpecValidator>.Validator).When(model => model.Plugin is not null);
        }).Otherwise(() => RuleFor(model => model.Plugin).Null().WithMessage($"only a model with provider {ModelSpec.PluginProvider} has a plugin."));
        When(model => model.HasEndpoint, () =>
        {
            RuleFor(model => model.Endpoint).Must(EndpointRules.IsWebAddress).When(model => model.Endpoint is not null || ProviderPresets.Find(model.Provider)?.Endpoint is null)
                .WithMessage("an http or https address without query is needed, such as http://127.0.0.1:8000/v1.");
            RuleFor(model => model.Endpoint).Must(EndpointRules.IsProtectedAddress)
                .When(model => EndpointRules.IsWebAddress(model.Endpoint) && model.Connection?.AllowHttp != true)
                .WithMessage("plain http to another machine lets others read prompts and key; use https, or allow it with connection: { allowHttp: true }.");
            RuleFor(model => model.Connection!).SetValidator(_ => Once<ConnectionValidator>.Validator).When(model => model.Connection is not null);
            RuleFor(model => model).Custom((model, context) => FallbackRules.Check(model, this, context));
        }).Otherwise(() => RuleFor(model => model.Fallbacks).Null().WithMessage("only a model that is asked over the network has endpoints to fall back on."));
        When(model => !model.IsSimulated, () =>
        {
            RuleFor(model => model.Profile).Null().WithMessage("only a simulated model has a profile.");
            RuleFor(model => model.KeyVariable).Matches(EndpointRules.KeyVariable).WithMessage(EndpointRules.KeyVariableNeeded);
            RuleFor(model => model.KeyFile).Must(file => EndpointRules.IsFullPath(file!)).When(model => model.KeyFile is not null)
                .WithMessage(EndpointRules.KeyFileNeeded);
            RuleFor(model => model.KeyFile).Null().When(model => model.KeyVariable is not null)
                .WithMessage("the key is in a variable already; give keyVariable or keyFile.");
        });
    }

    private static bool IsProvider(string provider) =>
        provider is ModelSpec.SimulatedProvider or ModelSpec.PluginProvider || ProviderPresets.Find(provider) is not null;
}

internal sealed class PluginSpecValidator : AbstractValidator<PluginSpec>
{
    private const string PathNeeded = "a path relative to the plan, with forward slashes, is needed.";
    private const string HashNeeded = "a SHA-256 of 64 lower-case hex digits is needed; `sha256sum FILE` prints it.";

    public PluginSpecValidator()
    {
        RuleFor(plugin => plugin.Assembly).Must(EndpointRules.IsRelativePath).WithMessage(PathNeeded);
        RuleFor(plugin => plugin.Sha256).Must(Sha256Hex.IsWellFormed).WithMessage(HashNeeded);
        RuleFor(plugin => plugin.Type).NotEmpty().WithMessage("the full name of a type is needed, such as Company.Models.ChatClient.");
        RuleFor(plugin => plugin.Settings).Must(settings => !settings.Keys.Any(EndpointRules.IsSecret))
            .WithMessage("a key does not belong into a plan; name its environment variable with keyVariable, and the plugin gets it as the setting \"key\".");
        RuleFor(plugin => plugin.Dependencies).Must(files => files.Keys.All(EndpointRules.IsRelativePath)).WithMessage(PathNeeded);
        RuleFor(plugin => plugin.Dependencies).Must(files => files.Values.All(Sha256Hex.IsWellFormed)).WithMessage(HashNeeded);
    }
}

internal sealed class ConnectionValidator : AbstractValidator<ConnectionOverrides>
{
    public ConnectionValidator()
    {
        RuleFor(connection => connection.LengthField).Must(field => field is null or "max_tokens" or "max_completion_tokens" or "num_predict")
            .WithMessage("max_tokens, max_completion_tokens or num_predict is needed.");
        RuleFor(connection => connection.ExtraBody).Must(EndpointRules.IsJsonObject).When(connection => connection.ExtraBody is not null)
            .WithMessage("a text that holds a JSON object is needed, such as '{\"provider\":{\"order\":[\"NAME\"]}}'.");
        RuleFor(connection => connection.Headers).Must(headers => !headers.Keys.Any(EndpointRules.IsSecret))
            .WithMessage("a header that carries a key does not belong into a plan; name its environment variable with keyVariable.");
        RuleFor(connection => connection.RequestsPerMinute).GreaterThan(0).WithMessage("a positive number is needed, or no such line.");
        RuleFor(connection => connection.TokensPerMinute).GreaterThan(0).WithMessage("a positive number is needed, or no such line.");
        RuleFor(connection => connection.ContextWindow).GreaterThan(0).WithMessage("a positive number of tokens is needed, or no such line.");
    }
}

internal sealed class EmbeddingsSpecValidator : AbstractValidator<EmbeddingsSpec>
{
    public EmbeddingsSpecValidator()
    {
        RuleFor(embeddings => embeddings.Endpoint).Must(EndpointRules.IsProtectedAddress)
            .WithMessage("an https address without query is needed, such as https://example.org/v1, or an http address on this machine, such as http://127.0.0.1:8000/v1.");
        RuleFor(embeddings => embeddings.Model).NotEmpty().WithMessage(EndpointRules.ModelNeeded);
        RuleFor(embeddings => embeddings.KeyVariable).Matches(EndpointRules.KeyVariable).WithMessage(EndpointRules.KeyVariableNeeded);
        RuleFor(embeddings => embeddings.TimeoutSeconds).InclusiveBetween(1, EndpointRules.LongestTimeout).WithMessage(EndpointRules.TimeoutNeeded);
    }
}

internal sealed class DriftPlanValidator : AbstractValidator<DriftPlan>
{
    public DriftPlanValidator()
    {
        const string level = "a level above 0 and below 0.5 is needed, such as 0.001.";
        RuleFor(drift => drift.Margin).Must(margin => margin is > 0 and < 1).WithMessage("a share above 0 and below 1 is needed, such as 0.05.");
        RuleFor(drift => drift.Confidence).Must(confidence => confidence is > 0.5 and < 1).WithMessage(CriterionValidator.ConfidenceNeeded);
        RuleFor(drift => drift.StatedConfidence).Must(move => move is > 0 and <= 1)
            .WithMessage("a difference of confidences above 0, at most 1, is needed, such as 0.1.");
        RuleFor(drift => drift.MeanFall).InclusiveBetween(1, 10).WithMessage("1 to 10 standard deviations are allowed.");
        RuleFor(drift => drift.ChangedVerdicts).Must(IsLevel).WithMessage(level);
        RuleFor(drift => drift.ChartRuns).InclusiveBetween(8, 100).WithMessage("8 to 100 runs are allowed; fewer tell too little of the spread.");
        RuleFor(drift => drift.EwmaLimit).InclusiveBetween(1, 10).WithMessage("a number from 1 to 10 is needed, such as 2.962.");
        RuleFor(drift => drift.CusumLimit).InclusiveBetween(1, 20).WithMessage("a number from 1 to 20 is needed, such as 4.");
        RuleFor(drift => drift.ProductionLevel).Must(IsLevel).WithMessage(level);
        RuleFor(drift => drift.StabilityIndex).Must(index => index is > 0 and <= 1).WithMessage("an index above 0, at most 1, is needed, such as 0.1.");
    }

    private static bool IsLevel(double level) => level is > 0 and < 0.5;
}

internal sealed class SimulatedProfileValidator : AbstractValidator<SimulatedProfile>
{
    public SimulatedProfileValidator()
    {
        RuleFor(profile => profile.SystematicErrorRate).InclusiveBetween(0, 1).WithMessage("a share from 0 to 1 is needed.");
        RuleFor(profile => profile.InstabilityRate).InclusiveBetween(0, 1).WithMessage("a share from 0 to 1 is needed.");
        RuleFor(profile => profile.WordingNoise).InclusiveBetween(0, 1).WithMessage("a share from 0 to 1 is needed.");
        RuleFor(profile => profile.OmissionRate).InclusiveBetween(0, 1).WithMessage("a share from 0 to 1 is needed.");
        RuleFor(profile => profile.MalformedRate).InclusiveBetween(0, 1).WithMessage("a share from 0 to 1 is needed.");
        RuleFor(profile => profile.FailureRate).InclusiveBetween(0, 1).WithMessage("a share from 0 to 1 is needed.");
    }
}

internal sealed class QualificationPlanValidator : AbstractValidator<QualificationPlan>
{
    public QualificationPlanValidator()
    {
        RuleForEach(qualification => qualification.Installation).SetValidator(_ => Once<QualificationStepValidator>.Validator);
        RuleForEach(qualification => qualification.Operation).SetValidator(_ => Once<QualificationStepValidator>.Validator);
        RuleForEach(qualification => qualification.Performance).SetValidator(_ => Once<QualificationStepValidator>.Validator);
    }
}

internal sealed class QualificationStepValidator : AbstractValidator<QualificationStep>
{
    public QualificationStepValidator()
    {
        RuleFor(step => step.Id).Matches(Names.Pattern).WithMessage(Names.Allowed);
        RuleFor(step => step.Action).NotEmpty().WithMessage("say what is done.");
        RuleFor(step => step.Expected).NotEmpty().WithMessage("say what must be seen; without it nobody can judge the step.");
    }
}

internal sealed class CostPlanValidator : AbstractValidator<CostPlan>
{
    private const string CallsNeeded = "a number of calls from 0 to 1000000000 is needed.";

    public CostPlanValidator()
    {
        RuleFor(costs => costs.Months).InclusiveBetween(1, 120).WithMessage("a number of months from 1 to 120 is needed.");
        RuleFor(costs => costs.CallsPerMonth.Categorization).InclusiveBetween(0, 1_000_000_000).WithMessage(CallsNeeded);
        RuleFor(costs => costs.CallsPerMonth.OqGeneration).InclusiveBetween(0, 1_000_000_000).WithMessage(CallsNeeded);
        RuleFor(costs => costs.Currency).Matches(@"\A[A-Z]{3}\z").WithMessage("a currency code of three capitals is needed.");
        RuleFor(costs => costs.Assumptions).NotEmpty().WithMessage("at least one assumption is needed; no projection is without.");
    }
}

internal sealed class MigrationPlanValidator : AbstractValidator<MigrationPlan>
{
    public MigrationPlanValidator()
    {
        RuleForEach(migration => migration.Steps).SetValidator(_ => Once<MigrationStepValidator>.Validator);
        RuleForEach(migration => migration.Rollback.Steps).SetValidator(_ => Once<MigrationStepValidator>.Validator);
        RuleFor(migration => migration.ByCategory).Must(texts => texts.Keys.All(key => key is "1" or "3" or "4" or "5"))
            .WithMessage("the GAMP categories 1, 3, 4 and 5 are allowed as keys.");
    }
}

internal sealed class MigrationStepValidator : AbstractValidator<MigrationStep>
{
    public MigrationStepValidator()
    {
        RuleFor(step => step.Action).NotEmpty().WithMessage("say what is done.");
        RuleFor(step => step.Owner).NotEmpty().WithMessage("the role that answers for it is needed.");
        RuleFor(step => step.Check).NotEmpty().WithMessage("say how it is seen that it was done.");
    }
}
