using System.Reflection;
using System.Runtime.CompilerServices;

namespace ValidationWorkbench.Specs.Gherkin;

/// <summary>A step with the method that carries it out and that method's arguments.</summary>
internal sealed record StepCall(ScenarioStep Step, MethodInfo Method, object?[] Arguments);

/// <summary>All step definitions and hooks of a set of binding classes.</summary>
internal sealed class BindingCatalogue
{
    private const BindingFlags Anything = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly List<StepBinding> _steps;
    private readonly List<(HookAttribute Hook, MethodInfo Method)> _hooks;

    public BindingCatalogue(IEnumerable<Type> bindingClasses)
    {
        var methods = bindingClasses.SelectMany(type => type.GetMethods(Anything)).ToList();
        _steps = [.. Attributed<StepDefinitionBaseAttribute>(methods).Select(found => StepBinding.Of(found.Attribute, found.Method))];
        _hooks = [.. Attributed<HookAttribute>(methods).OrderBy(found => found.Attribute.Order)];
        RefuseClashes();
    }

    public static BindingCatalogue Of(Assembly assembly) =>
        new(assembly.GetTypes().Where(type => type.IsDefined(typeof(BindingAttribute))));

    public IEnumerable<MethodInfo> Hooks<THook>(ScenarioCase scenario)
        where THook : HookAttribute =>
        _hooks.Where(entry => entry.Hook is THook && entry.Hook.AppliesTo(scenario)).Select(entry => entry.Method);

    /// <summary>Finds the method of every step before any of them runs, so that one run reports all that is missing.</summary>
    public IReadOnlyList<StepCall> Calls(ScenarioCase scenario)
    {
        var problems = new List<string>();
        var calls = new List<StepCall>();
        foreach (var step in scenario.Steps)
        {
            try
            {
                var binding = Find(step);
                calls.Add(new StepCall(step, binding.Method, binding.Arguments(step)));
            }
            catch (SpecificationException fault)
            {
                problems.Add($"{scenario.File}:{step.Line}: {step}\n{fault.Message}");
            }
        }

        return problems.Count == 0 ? calls : throw new SpecificationException(string.Join("\n\n", problems.Distinct()));
    }

    private static IEnumerable<(TAttribute Attribute, MethodInfo Method)> Attributed<TAttribute>(List<MethodInfo> methods)
        where TAttribute : Attribute
    {
        foreach (var method in methods.Where(method => method.IsDefined(typeof(TAttribute))))
        {
            // An async void method would be left running, and what it throws would be lost.
            var fits = method.ReturnType == typeof(Task) || method.ReturnType == typeof(ValueTask)
                || (method.ReturnType == typeof(void) && !method.IsDefined(typeof(AsyncStateMachineAttribute)));
            if (!fits || method.IsGenericMethod)
            {
                throw new SpecificationException(
                    $"{StepBinding.NameOf(method)} must be a plain method that returns void (not async), Task or ValueTask.");
            }

            foreach (var attribute in method.GetCustomAttributes<TAttribute>())
            {
                yield return (attribute, method);
            }
        }
    }

    private StepBinding Find(ScenarioStep step)
    {
        var found = _steps.Where(binding => binding.Matches(step)).ToList();
        return found.Count switch
        {
            0 => throw new SpecificationException($"No step definition matches. Add one:\n\n{StepSnippet.For(step)}"),
            1 => found[0],
            _ => throw new SpecificationException($"Several step definitions match:\n{string.Join('\n', found)}"),
        };
    }

    private void RefuseClashes()
    {
        var clashes = _steps.SelectMany((binding, index) =>
            _steps.Skip(index + 1).Where(binding.Clashes).Select(other => $"{binding}\n{other}")).ToList();
        if (clashes.Count > 0)
        {
            throw new SpecificationException($"Two step definitions have the same expression:\n{string.Join('\n', clashes)}");
        }
    }
}
