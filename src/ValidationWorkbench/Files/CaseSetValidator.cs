using System.Globalization;
using FluentValidation;
using ValidationWorkbench.Cases;

namespace ValidationWorkbench.Files;

/// <summary>Rules of a case set beyond its structure. Each message says what is allowed.</summary>
internal sealed class CaseSetValidator : AbstractValidator<CaseSet>
{
    public CaseSetValidator(CaseTask task)
    {
        RuleFor(set => set.Format).Equal(CaseSet.CurrentFormat).WithMessage($"this version reads {CaseSet.CurrentFormat}.");
        RuleFor(set => set.Id).Matches(Names.Pattern).WithMessage(Names.Allowed);
        RuleFor(set => set.Title).NotEmpty().WithMessage("a title is needed.");
        RuleFor(set => set.Cases).NotEmpty().WithMessage("at least one case is needed.");
        RuleForEach(set => set.Cases).SetValidator(task == CaseTask.Categorization ? new CategorizationCaseValidator() : new OqCaseValidator());
        RuleFor(set => set).Custom(CheckDuplicates);
    }

    private static void CheckDuplicates(CaseSet set, ValidationContext<CaseSet> context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < set.Cases.Count; i++)
        {
            if (!seen.Add(set.Cases[i].Id))
            {
                context.AddFailure(string.Create(CultureInfo.InvariantCulture, $"Cases[{i}].Id"), $"found \"{set.Cases[i].Id}\" a second time; each case id must be unique.");
            }
        }
    }
}

/// <summary>What both kinds of case have in common.</summary>
internal abstract class CaseValidator : AbstractValidator<TestCase>
{
    protected const string GampCategory = "1, 3, 4 or 5 is needed; category 2 is retired.";

    protected CaseValidator()
    {
        RuleFor(testCase => testCase.Id).Matches(Names.Pattern).WithMessage(Names.Allowed);
        RuleFor(testCase => testCase.Title).NotEmpty().WithMessage("a title is needed.");
        RuleFor(testCase => testCase.Rationale).NotEmpty().WithMessage("a reason for the expected answer is needed.");
        RuleFor(testCase => testCase.Text).NotEmpty().When(testCase => string.IsNullOrEmpty(testCase.Document)).WithMessage("a text is needed, or a document.");
        RuleFor(testCase => testCase.VerifiedBy).Must(names => names.Count <= 2 && names.All(name => !string.IsNullOrWhiteSpace(name)) && names.Select(name => name.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count)
            .WithMessage("none to two different names are allowed.");
        RuleForEach(testCase => testCase.Tools).Must(tool => System.Text.RegularExpressions.Regex.IsMatch(tool.Name, @"\A[A-Za-z0-9_-]{1,64}\z") && EndpointRules.IsJsonObject(tool.Parameters))
            .WithMessage("a name of 1 to 64 letters, digits, hyphens or underscores is needed, and parameters as a text that holds a JSON object.");
        RuleFor(testCase => testCase.Tools).Must(tools => tools.Select(tool => tool.Name).Distinct(StringComparer.Ordinal).Count() == tools.Count)
            .WithMessage("tool names must be unique within the case.");
        RuleFor(testCase => testCase.Strata).Must(strata => strata.All(pair => System.Text.RegularExpressions.Regex.IsMatch(pair.Key, Names.Tag) && System.Text.RegularExpressions.Regex.IsMatch(pair.Value, Names.Tag)))
            .WithMessage("dimensions and values of 1 to 50 small letters, digits or hyphens are allowed.");
    }

    protected static bool IsGamp(int category) => category is 1 or 3 or 4 or 5;
}

internal sealed class CategorizationCaseValidator : CaseValidator
{
    public CategorizationCaseValidator()
    {
        RuleFor(testCase => testCase.Expected).NotNull().WithMessage("is missing: category, anyOf or components.");
        RuleFor(testCase => testCase.Category).Null().WithMessage("an expected category stands under `expected`.");
        RuleFor(testCase => testCase.Requirements).Empty().WithMessage("only OQ cases list requirements.");
        RuleFor(testCase => testCase.MustHave).Empty().WithMessage("only OQ cases list must-have checks.");
        When(testCase => testCase.Expected is not null, () =>
        {
            RuleFor(testCase => testCase.Expected!).Must(HasOne).WithMessage("exactly one of category, anyOf and components is needed.");
            RuleFor(testCase => testCase.Expected!.Category).Must(category => IsGamp(category!.Value)).When(testCase => testCase.Expected!.Category is not null).WithMessage(GampCategory);
            RuleForEach(testCase => testCase.Expected!.AnyOf).Must(IsGamp).WithMessage(GampCategory);
            RuleFor(testCase => testCase.Expected!.AnyOf).Must(list => list.Count is 0 or >= 2 && list.Distinct().Count() == list.Count).WithMessage("two or more different categories are needed.");
            RuleFor(testCase => testCase.Expected!.Components).Must(list => list.Count is 0 or >= 2).WithMessage("a hybrid has two or more components.");
            RuleForEach(testCase => testCase.Expected!.Components).Must(component => IsGamp(component.Category)).WithMessage(GampCategory);
            RuleForEach(testCase => testCase.Expected!.Components).Must((testCase, component) => component.Name.Length > 0 && testCase.Text?.Contains(component.Name, StringComparison.Ordinal) == true)
                .WithMessage("the name of a component must stand in the text, letter for letter.");
        });
    }

    private static bool HasOne(ExpectedCategory expected) =>
        (expected.Category is null ? 0 : 1) + (expected.AnyOf.Count == 0 ? 0 : 1) + (expected.Components.Count == 0 ? 0 : 1) == 1;
}

internal sealed class OqCaseValidator : CaseValidator
{
    public OqCaseValidator()
    {
        RuleFor(testCase => testCase.Expected).Null().WithMessage("an OQ case has no expected category.");
        RuleFor(testCase => testCase.Category).Must(category => category is { } value && IsGamp(value)).WithMessage(GampCategory);
        RuleFor(testCase => testCase.Requirements).NotEmpty().WithMessage("at least one requirement is needed, listed or in the text as a line that begins with its id and a colon.");
        RuleFor(testCase => testCase.Requirements).Must(list => list.Select(requirement => requirement.Id).Distinct(StringComparer.Ordinal).Count() == list.Count)
            .WithMessage("requirement ids must be unique within the case.");
        RuleForEach(testCase => testCase.Requirements).Must(requirement => requirement.Id.Length > 0 && requirement.Text.Length > 0).WithMessage("an id and a text are needed.");
        RuleForEach(testCase => testCase.MustHave).Must((testCase, check) => testCase.Requirements.Any(requirement => requirement.Id == check.Requirement))
            .WithMessage((_, check) => $"found \"{check.Requirement}\"; the id of a requirement of this case is needed.");
        RuleForEach(testCase => testCase.MustHave).Must(check => check.Terms.Count > 0 && check.Terms.All(term => term.Any(char.IsLetterOrDigit))).WithMessage("at least one term is needed.");
    }
}
