using System.Globalization;
using FluentValidation;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Files;

/// <summary>Rules of a plan beyond its structure. Each message says what is allowed.</summary>
internal sealed class PlanValidator : AbstractValidator<ValidationPlan>
{
    internal const string RequirementNeeded = "the id of a requirement of this plan is needed.";

    public PlanValidator()
    {
        RuleFor(plan => plan.Format).Equal(ValidationPlan.CurrentFormat).WithMessage($"this version reads {ValidationPlan.CurrentFormat}.");
        RuleFor(plan => plan.Id).Matches(Names.Pattern).WithMessage(Names.Allowed);
        RuleFor(plan => plan.Title).NotEmpty().WithMessage("a title is needed.");
        RuleFor(plan => plan.Version).NotEmpty().WithMessage("a version is needed.");
        RuleFor(plan => plan.Organisation).NotEmpty().WithMessage("the company or site is needed.");
        RuleFor(plan => plan.ContextOfUse.Purpose).NotEmpty().WithMessage("say what the model is used for.");
        RuleFor(plan => plan.ContextOfUse.ReviewedBy).NotEmpty().WithMessage("say who reviews each output before it is used.");
        RuleFor(plan => plan.Repeats).Must(repeats => repeats is >= 1 and <= 25 && repeats % 2 == 1).WithMessage("an odd number from 1 to 25 is needed.");
        RuleFor(plan => plan.Execution).SetValidator(new ExecutionValidator());
        RuleFor(plan => plan.Budgets).SetValidator(new BudgetsValidator());
        RuleFor(plan => plan.Prompts.Categorization).SetValidator(new PinnedFileValidator());
        RuleFor(plan => plan.Prompts.OqGeneration).SetValidator(new PinnedFileValidator());
        RuleFor(plan => plan.FrozenBaseline!).SetValidator(new PinnedFileValidator("`validate baseline record`"))
            .When(plan => plan.FrozenBaseline is not null);
        RuleFor(plan => plan.CaseSets).NotEmpty().WithMessage("at least one case set is needed.");
        RuleForEach(plan => plan.CaseSets).SetValidator(new PinnedFileValidator());
        RuleFor(plan => plan.Models).NotEmpty().WithMessage("at least one model is needed.");
        RuleForEach(plan => plan.Models).SetValidator(new ModelSpecValidator());
        RuleFor(plan => plan.Embeddings!).SetValidator(_ => Once<EmbeddingsSpecValidator>.Validator).When(plan => plan.Embeddings is not null);
        RuleFor(plan => plan.SequentialCheck!.Cases).InclusiveBetween(1, 1000).When(plan => plan.SequentialCheck is not null)
            .WithMessage("a number of cases from 1 to 1000 is needed.");
        RuleFor(plan => plan.SequentialCheck).Null().When(plan => plan.Repeats == 1)
            .WithMessage("one repeat cannot be alike or unlike; at least three repeats are needed.");
        RuleFor(plan => plan.Requirements).NotEmpty().WithMessage("at least one requirement is needed.");
        RuleForEach(plan => plan.Requirements).SetValidator(new RequirementValidator());
        RuleFor(plan => plan.Criteria).NotEmpty().WithMessage("at least one criterion is needed; without one nothing can be shown.");
        RuleForEach(plan => plan.Criteria).SetValidator(new CriterionValidator());
        RuleForEach(plan => plan.Functions).SetValidator(_ => Once<FunctionValidator>.Validator);
        RuleForEach(plan => plan.Risks).SetValidator(_ => Once<RiskValidator>.Validator);
        RuleFor(plan => plan.Drift!).SetValidator(_ => Once<DriftPlanValidator>.Validator).When(plan => plan.Drift is not null);
        RuleForEach(plan => plan.Signatories).SetValidator(new SignatoryValidator());
        RuleFor(plan => plan.Signatories).NotEmpty().WithMessage("at least one signatory is needed.");
        RuleFor(plan => plan.Signing!).SetValidator(_ => Once<SigningPlanValidator>.Validator).When(plan => plan.Signing is not null);
        RuleFor(plan => plan.ReviewInterval).NotEmpty().When(plan => plan.ReviewInterval is not null)
            .WithMessage("a time in words is needed, such as \"12 months\", or no such line.");
        RuleFor(plan => plan.Qualification!).SetValidator(_ => Once<QualificationPlanValidator>.Validator)
            .When(plan => plan.Qualification is not null);
        RuleFor(plan => plan.Costs!).SetValidator(_ => Once<CostPlanValidator>.Validator).When(plan => plan.Costs is not null);
        RuleFor(plan => plan.Migration!).SetValidator(_ => Once<MigrationPlanValidator>.Validator).When(plan => plan.Migration is not null);
        RuleFor(plan => plan).Custom(CheckReferences);
        RuleFor(plan => plan).Custom(TraceRules.Check);
        RuleFor(plan => plan).Custom(CheckDuplicates);
        RuleFor(plan => plan).Custom(ProfileRules.Check);
        RuleFor(plan => plan).Custom(DocumentRules.Check);
    }

    private static void CheckReferences(ValidationPlan plan, ValidationContext<ValidationPlan> context)
    {
        var models = string.Join(", ", plan.Models.Select(model => model.Name));
        if (!plan.Models.Any(model => model.Name == plan.Baseline))
        {
            context.AddFailure("Baseline", $"found \"{plan.Baseline}\"; one of the models is needed: {models}.");
        }

        if (plan.Candidates.Contains(plan.Baseline))
        {
            context.AddFailure("Candidates", $"found \"{plan.Baseline}\", which is the baseline; a model is not compared with itself.");
        }

        if (plan.Models.Select(model => model.Price?.Currency).Where(currency => currency is not null).Distinct().Count() > 1)
        {
            context.AddFailure("Models", "prices in more than one currency; costs are added, so one currency is needed.");
        }

        if (plan.Candidates.Count == 0)
        {
            context.AddFailure("Candidates", "at least one candidate is needed.");
        }

        for (var i = 0; i < plan.Candidates.Count; i++)
        {
            if (!plan.Models.Any(model => model.Name == plan.Candidates[i]))
            {
                context.AddFailure(At("Candidates", i), $"found \"{plan.Candidates[i]}\"; one of the models is needed: {models}.");
            }
        }

        for (var i = 0; i < plan.Criteria.Count; i++)
        {
            if (!plan.Requirements.Any(requirement => requirement.Id == plan.Criteria[i].Requirement))
            {
                context.AddFailure($"{At("Criteria", i)}.Requirement", $"found \"{plan.Criteria[i].Requirement}\"; {RequirementNeeded}");
            }
        }
    }

    private static void CheckDuplicates(ValidationPlan plan, ValidationContext<ValidationPlan> context)
    {
        void Check(string property, IEnumerable<string> ids, string key)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (id, index) in ids.Select((id, index) => (id, index)))
            {
                if (!seen.Add(id))
                {
                    context.AddFailure($"{At(property, index)}.{key}", $"found \"{id}\" a second time; each must be unique.");
                }
            }
        }

        Check("Models", plan.Models.Select(model => model.Name), "Name");
        Check("Requirements", plan.Requirements.Select(requirement => requirement.Id), "Id");
        Check("Criteria", plan.Criteria.Select(criterion => criterion.Id), "Id");
        Check("Functions", plan.Functions.Select(function => function.Id), "Id");
        Check("Risks", plan.Risks.Select(risk => risk.Id), "Id");
        Check("CaseSets", plan.CaseSets.Select(set => set.Path), "Path");
    }

    internal static string At(string property, int index) => string.Create(CultureInfo.InvariantCulture, $"{property}[{index}]");
}
