using System.Reflection;

namespace ValidationWorkbench.Specs.Gherkin;

/// <summary>The objects of one scenario: one of each class, made when first asked for, disposed in reverse order. What is given stays.</summary>
internal sealed class ScenarioScope(params object[] given)
{
    private readonly Dictionary<Type, object> _objects = given.ToDictionary(item => item.GetType());
    private readonly List<object> _disposables = [];
    private readonly Stack<Type> _underway = [];

    public object Resolve(Type type)
    {
        if (_objects.TryGetValue(type, out var known))
        {
            return known;
        }

        var constructor = ConstructorOf(type);
        _underway.Push(type);
        object[] arguments;
        try
        {
            arguments = [.. constructor.GetParameters().Select(parameter => Resolve(parameter.ParameterType))];
        }
        finally
        {
            _underway.Pop();
        }

        var made = constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
        _disposables.Add(made);
        return _objects[type] = made;
    }

    /// <summary>Disposes every object, whatever the others throw, and yields what they threw.</summary>
    public async Task<IReadOnlyList<Exception>> ReleaseAsync()
    {
        var faults = new List<Exception>();
        foreach (var made in Enumerable.Reverse(_disposables))
        {
            try
            {
                await DisposeAsync(made);
            }
            catch (Exception fault)
            {
                faults.Add(fault);
            }
        }

        return faults;
    }

    private static async ValueTask DisposeAsync(object made)
    {
        if (made is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync();
        }
        else
        {
            (made as IDisposable)?.Dispose();
        }
    }

    private ConstructorInfo ConstructorOf(Type type)
    {
        var constructors = type.GetConstructors();
        if (!type.IsClass || type.IsAbstract || type == typeof(string) || constructors.Length != 1)
        {
            throw new SpecificationException(
                $"{type.Name} cannot be injected: only a class that is not abstract and has exactly one public constructor can.");
        }

        return _underway.Contains(type)
            ? throw new SpecificationException($"{type.Name} cannot be injected: its constructor needs itself through {string.Join(", ", _underway.Select(link => link.Name))}.")
            : constructors[0];
    }
}
