using FluentValidation;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Files;

internal sealed class FunctionValidator : AbstractValidator<SpecifiedFunction>
{
    public FunctionValidator()
    {
        RuleFor(function => function.Id).Matches(Names.Pattern).WithMessage(Names.Allowed);
        RuleFor(function => function.Text).NotEmpty().WithMessage("say what the function does.");
        RuleFor(function => function.Requirements).NotEmpty().WithMessage("at least one requirement is needed that the function answers to.");
        RuleFor(function => function.ConfiguredBy).NotEmpty().WithMessage("name the prompt, parameter, reply structure or case set that makes it "
            + "so.");
    }
}
