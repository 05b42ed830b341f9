namespace ValidationWorkbench.Specs.Gherkin;

/// <summary>The step keywords a step definition answers to.</summary>
[Flags]
public enum StepKinds
{
    None = 0,
    Given = 1,
    When = 2,
    Then = 4,
    Any = Given | When | Then,
}

/// <summary>Marks a class whose methods are step definitions or hooks. One instance per scenario.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BindingAttribute : Attribute;

/// <summary>Ties a method to the step texts its expression matches: a Cucumber expression, or a regular expression.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class StepDefinitionBaseAttribute(string expression, StepKinds kinds) : Attribute
{
    public string Expression { get; } = expression;

    public StepKinds Kinds { get; } = kinds;

    public override string ToString() => $"[{(Kinds == StepKinds.Any ? "StepDefinition" : Kinds)}(\"{Expression}\")]";
}

/// <summary>A precondition.</summary>
public sealed class GivenAttribute(string expression) : StepDefinitionBaseAttribute(expression, StepKinds.Given);

/// <summary>An action.</summary>
public sealed class WhenAttribute(string expression) : StepDefinitionBaseAttribute(expression, StepKinds.When);

/// <summary>An expected outcome.</summary>
public sealed class ThenAttribute(string expression) : StepDefinitionBaseAttribute(expression, StepKinds.Then);

/// <summary>A step that may stand after any keyword.</summary>
public sealed class StepDefinitionAttribute(string expression) : StepDefinitionBaseAttribute(expression, StepKinds.Any);
