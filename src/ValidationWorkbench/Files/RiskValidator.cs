using System.Text.RegularExpressions;
using FluentValidation;
using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Files;

/// <summary>Rules of one line of the risk assessment. A control never removes a risk: it moves a rating by one level at most.</summary>
internal sealed partial class RiskValidator : AbstractValidator<AssessedRisk>
{
    private const string OneLevel = "controls move a rating by one level at most.";

    public RiskValidator()
    {
        RuleFor(risk => risk.Id).Matches(Names.Pattern).WithMessage(Names.Allowed);
        RuleFor(risk => risk.Requirements).NotEmpty().WithMessage("at least one requirement is needed that is at stake.");
        RuleFor(risk => risk.FailureMode).NotEmpty().WithMessage("say what goes wrong.");
        RuleFor(risk => risk.Cause).NotEmpty().WithMessage("say why it can go wrong.");
        RuleFor(risk => risk.Effect).NotEmpty().WithMessage("say what follows for patient, product or data.");
        RuleForEach(risk => risk.Controls).NotEmpty().WithMessage("a control is needed, or no such line.");
        RuleForEach(risk => risk.Controls).Must(IsModest).WithMessage("no control eliminates a risk; say what it does.");
        RuleFor(risk => risk.Acceptance).NotEmpty().WithMessage("say why the residual risk may be borne.");
        RuleFor(risk => risk.Acceptance).Must(IsModest).WithMessage("a residual risk is never eliminated; say why what remains may be borne.");
        RuleFor(risk => risk.Residual.Severity).Must((risk, residual) => Falls(risk.Severity, residual) <= 1).WithMessage(OneLevel);
        RuleFor(risk => risk.Residual.Probability).Must((risk, residual) => Falls(risk.Probability, residual) <= 1).WithMessage(OneLevel);
        RuleFor(risk => risk.Residual.Detectability).Must((risk, residual) => Falls(residual, risk.Detectability) <= 1).WithMessage(OneLevel);
        RuleFor(risk => risk.Residual).Must((risk, residual) => residual == risk.Initial).When(risk => risk.Controls.Count == 0)
            .WithMessage("without a control the ratings stay as they are.");
    }

    private static int Falls(RiskLevel from, RiskLevel to) => (int)to - (int)from;

    private static bool IsModest(string text) => !Eliminated().IsMatch(text);

    [GeneratedRegex(@"\b(eliminates|(is|are|been|fully|completely) eliminated)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Eliminated();
}
