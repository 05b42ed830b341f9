using System.Globalization;
using System.Reflection;

namespace ValidationWorkbench.Specs.Gherkin;

/// <summary>Turns what stands in a step into what the method takes, in the invariant culture.</summary>
internal static class StepArgument
{
    public static object? Convert(object? value, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (type.IsInstanceOfType(value))
        {
            return value;
        }

        try
        {
            return value is string text ? Parse(text, type) : throw new FormatException();
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or ArgumentException)
        {
            throw new SpecificationException(
                $"'{value}' is not a value for parameter '{parameter.Name}' of type {type.Name}; "
                + $"supported types: string, int, long, double, decimal, bool, an enum{Names(type)}, DataTable.",
                fault);
        }
    }

    private static object Parse(string text, Type type) => type switch
    {
        _ when type == typeof(int) => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture),
        _ when type == typeof(long) => long.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture),
        _ when type == typeof(double) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        _ when type == typeof(decimal) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        _ when type == typeof(bool) => bool.Parse(text),
        // By name only: a number would be accepted for any enum, whether it has such a member or not.
        _ when type.IsEnum => Enum.Parse(type, Enum.GetNames(type).FirstOrDefault(name => IsNamed(name, text)) ?? throw new FormatException()),
        _ => throw new FormatException(),
    };

    private static bool IsNamed(string name, string text) =>
        name.Equals(text.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private static string Names(Type type) => type.IsEnum ? $" ({string.Join(", ", Enum.GetNames(type))})" : "";
}
