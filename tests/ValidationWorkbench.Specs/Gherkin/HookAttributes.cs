namespace ValidationWorkbench.Specs.Gherkin;

/// <summary>A method run around every scenario, or only around those that carry one of the tags. Lowest order first.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class HookAttribute(string[] tags) : Attribute
{
    public IReadOnlyList<string> Tags { get; } = [.. tags.Select(tag => tag.TrimStart('@'))];

    public int Order { get; set; } = 10000;

    internal bool AppliesTo(ScenarioCase scenario) =>
        Tags.Count == 0 || Tags.Intersect(scenario.Tags, StringComparer.OrdinalIgnoreCase).Any();
}

/// <summary>Runs before the first step, the background's included.</summary>
public sealed class BeforeScenarioAttribute(params string[] tags) : HookAttribute(tags);

/// <summary>Runs after the last step, also when a step failed.</summary>
public sealed class AfterScenarioAttribute(params string[] tags) : HookAttribute(tags);
