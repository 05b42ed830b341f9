using System.Reflection;
using System.Runtime.ExceptionServices;

namespace ValidationWorkbench.Specs.Gherkin;

/// <summary>Runs one scenario: hooks before, steps up to the first failure, hooks after, disposal. Nothing that fails is lost.</summary>
internal sealed class ScenarioRunner(BindingCatalogue bindings, params object[] given)
{
    public async Task RunAsync(ScenarioCase scenario)
    {
        var calls = bindings.Calls(scenario);
        var scope = new ScenarioScope(given);
        var faults = new List<Exception>();
        await AttemptAsync(faults, () => RunStepsAsync(scope, scenario, calls));
        foreach (var hook in bindings.Hooks<AfterScenarioAttribute>(scenario))
        {
            await AttemptAsync(faults, () => RunHookAsync(scope, scenario, hook));
        }

        faults.AddRange(await scope.ReleaseAsync());
        Report(faults);
    }

    private static async Task AttemptAsync(List<Exception> faults, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception fault)
        {
            faults.Add(fault);
        }
    }

    private static void Report(List<Exception> faults)
    {
        if (faults.Count > 1)
        {
            throw new AggregateException(faults);
        }

        faults.ForEach(fault => ExceptionDispatchInfo.Throw(fault));
    }

    private static Task RunHookAsync(ScenarioScope scope, ScenarioCase scenario, MethodInfo hook)
    {
        var where = $"{scenario.File}: {scenario.DisplayName}: hook {StepBinding.NameOf(hook)}";
        return InvokeAsync(scope, where, hook, () => [.. hook.GetParameters().Select(parameter => scope.Resolve(parameter.ParameterType))]);
    }

    private static async Task InvokeAsync(ScenarioScope scope, string where, MethodInfo method, Func<object?[]> arguments)
    {
        try
        {
            var target = method.IsStatic ? null : scope.Resolve(method.ReflectedType!);
            var outcome = method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments(), null);
            await (outcome is ValueTask value ? value.AsTask() : outcome as Task ?? Task.CompletedTask);
        }
        catch (Exception fault)
        {
            throw new SpecificationException(where, fault);
        }
    }

    private async Task RunStepsAsync(ScenarioScope scope, ScenarioCase scenario, IReadOnlyList<StepCall> calls)
    {
        foreach (var hook in bindings.Hooks<BeforeScenarioAttribute>(scenario))
        {
            await RunHookAsync(scope, scenario, hook);
        }

        foreach (var (step, method, arguments) in calls)
        {
            await InvokeAsync(scope, $"{scenario.File}:{step.Line}: {step}", method, () => arguments);
        }
    }
}
