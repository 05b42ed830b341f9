using System.Reflection;
using System.Text.RegularExpressions;

namespace ValidationWorkbench.Specs.Gherkin;

/// <summary>One expression on one method.</summary>
internal sealed record StepBinding(StepDefinitionBaseAttribute Attribute, Regex Pattern, MethodInfo Method)
{
    public static StepBinding Of(StepDefinitionBaseAttribute attribute, MethodInfo method)
    {
        try
        {
            var types = method.GetParameters().Select(parameter => parameter.ParameterType);
            return new StepBinding(attribute, StepExpression.Compile(attribute.Expression, types), method);
        }
        catch (ArgumentException fault)
        {
            throw new SpecificationException($"{attribute} {NameOf(method)}: {fault.Message}.", fault);
        }
    }

    public static string NameOf(MethodInfo method) => $"{method.DeclaringType?.Name}.{method.Name}";

    public bool Matches(ScenarioStep step) => Attribute.Kinds.HasFlag(step.Kind) && Pattern.IsMatch(step.Text);

    public bool Clashes(StepBinding other) =>
        Attribute.Expression == other.Attribute.Expression && (Attribute.Kinds & other.Attribute.Kinds) != StepKinds.None;

    public object?[] Arguments(ScenarioStep step)
    {
        object?[] values = [.. Pattern.Match(step.Text).Groups.Values.Skip(1).Select(group => group.Value)];
        values = step.Argument is null ? values : [.. values, step.Argument];
        var parameters = Method.GetParameters();
        return values.Length == parameters.Length
            ? [.. values.Zip(parameters, StepArgument.Convert)]
            : throw new SpecificationException(
                $"{this} takes {parameters.Length} parameters, but the step gives {values.Length} (table or doc string included).");
    }

    public override string ToString() => $"{Attribute} {NameOf(Method)}";
}
