using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using ValidationWorkbench.Assessment;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ValidationWorkbench.Files;

/// <summary>Fills records from YAML nodes by their property names. Unknown and missing keys and wrong types become faults with their place.</summary>
internal sealed class YamlBinder(YamlSource source)
{
    /// <summary>The value for a node; after a fault a default that keeps binding going.</summary>
    public object? Bind(YamlNode node, Type type, string path)
    {
        source.Remember(path, node);
        if (!node.Anchor.IsEmpty)
        {
            source.AddAt(node, path, $"anchor &{node.Anchor}; anchors and aliases are not allowed, write the value out.");
        }

        return Nullable.GetUnderlyingType(type) is { } underlying ? BindOptional(node, underlying, path)
            : type == typeof(string) || type.IsValueType ? BindScalar(node, type, path)
            : ElementOf(type) is { } element ? BindList(node, element, path)
            : ValueOf(type) is { } value ? BindMap(node, value, path)
            : BindRecord(node, type, path);
    }

    private object? BindOptional(YamlNode node, Type type, string path) => IsNull(node) ? null : BindScalar(node, type, path);

    private object BindRecord(YamlNode node, Type type, string path)
    {
        var instance = Activator.CreateInstance(type)!;
        var properties = type.GetProperties().Where(IsKey).ToDictionary(property => Camel(property.Name), StringComparer.Ordinal);
        if (node is not YamlMappingNode mapping)
        {
            source.AddAt(node, path, $"found {Describe(node)}; a mapping with the keys {string.Join(", ", properties.Keys)} is needed.");
            FillRequired(instance, properties.Values);
            return instance;
        }

        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? string.Empty;
            if (properties.Remove(name, out var property))
            {
                property.SetValue(instance, Bind(value, property.PropertyType, Join(path, name)));
            }
            else
            {
                source.AddAt(key, Join(path, name), $"unknown key; allowed here: {string.Join(", ", type.GetProperties().Where(IsKey).Select(known => Camel(known.Name)))}.");
            }
        }

        foreach (var missing in properties.Values.Where(IsRequired))
        {
            source.AddAt(node, Join(path, Camel(missing.Name)), $"is missing; {Needed(missing.PropertyType)} is needed.");
        }

        FillRequired(instance, properties.Values);
        return instance;
    }

    private static void FillRequired(object instance, IEnumerable<PropertyInfo> properties)
    {
        foreach (var property in properties.Where(IsRequired))
        {
            property.SetValue(instance, Placeholder(property.PropertyType));
        }
    }

    /// <summary>Something that validators can look at after the fault was noted.</summary>
    private static object? Placeholder(Type type)
    {
        if (type == typeof(string))
        {
            return string.Empty;
        }

        if (type.IsValueType)
        {
            return Activator.CreateInstance(type);
        }

        if (ElementOf(type) is { } element)
        {
            return Array.CreateInstance(element, 0);
        }

        if (ValueOf(type) is { } value)
        {
            return EmptyMap(value);
        }

        var instance = Activator.CreateInstance(type)!;
        FillRequired(instance, type.GetProperties().Where(IsKey));
        return instance;
    }

    private Array BindList(YamlNode node, Type element, string path)
    {
        if (node is not YamlSequenceNode sequence)
        {
            source.AddAt(node, path, $"found {Describe(node)}; a list is needed.");
            return Array.CreateInstance(element, 0);
        }

        var items = new ArrayList();
        foreach (var child in sequence.Children)
        {
            items.Add(Bind(child, element, string.Create(CultureInfo.InvariantCulture, $"{path}[{items.Count}]")));
        }

        return items.ToArray(element);
    }

    private IDictionary BindMap(YamlNode node, Type value, string path)
    {
        var map = EmptyMap(value);
        if (node is not YamlMappingNode mapping)
        {
            source.AddAt(node, path, $"found {Describe(node)}; a mapping of {(value == typeof(string) ? "texts" : "names")} is needed.");
            return map;
        }

        foreach (var (key, child) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? string.Empty;
            map[name] = Bind(child, value, Join(path, name));
        }

        return map;
    }

    private static IDictionary EmptyMap(Type value) =>
        (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;

    private object? BindScalar(YamlNode node, Type type, string path)
    {
        if (node is YamlScalarNode scalar && TryParse(scalar, type) is { } value)
        {
            return value;
        }

        source.AddAt(node, path, $"found {Describe(node)}; {Needed(type)} is needed.");
        return Placeholder(type);
    }

    private static object? TryParse(YamlScalarNode scalar, Type type)
    {
        var text = scalar.Value ?? string.Empty;
        if (type == typeof(string))
        {
            return IsNull(scalar) ? null : text;
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().FirstOrDefault(value => KebabOf(value) == text);
        }

        return scalar.Style != ScalarStyle.Plain ? null
            : type == typeof(bool) ? text switch { "true" => true, "false" => false, _ => null }
            : type == typeof(int) ? int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) ? integer : null
            : type == typeof(long) ? long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var big) ? big : null
            : type == typeof(double) ? double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? real : null
            : type == typeof(decimal) ? decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var exact) ? exact : null
            : throw new NotSupportedException($"{type} cannot be read from YAML.");
    }

    private static string Needed(Type type) =>
        type == typeof(string) ? "a text"
        : type == typeof(bool) ? "true or false"
        : type == typeof(int) || type == typeof(long) ? "a whole number"
        : type == typeof(double) || type == typeof(decimal) ? "a number"
        : type.IsEnum ? $"one of {string.Join(", ", Enum.GetValues(type).Cast<object>().Select(KebabOf))}"
        : ElementOf(type) is not null ? "a list"
        : "a mapping";

    private static string Describe(YamlNode node) => node switch
    {
        YamlMappingNode => "a mapping",
        YamlSequenceNode => "a list",
        YamlScalarNode scalar when IsNull(scalar) => "nothing",
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Shorten(scalar.Value!),
        YamlScalarNode scalar => $"the text \"{Shorten(scalar.Value!)}\"",
        _ => "an alias",
    };

    private static string Shorten(string text) => text.Length <= 60 ? text : $"{Excerpts.Cut(text, 60)}…";

    private static bool IsNull(YamlNode node) => node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };

    private static bool IsKey(PropertyInfo property) => property.SetMethod?.IsPublic == true;

    private static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute));

    private static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static Type? ValueOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) ? type.GetGenericArguments()[1] : null;

    private static string KebabOf(object value) => CriterionWords.Kebab(value.ToString()!);

    private static string Camel(string name) => string.Concat(char.ToLowerInvariant(name[0]).ToString(), name.AsSpan(1));

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
