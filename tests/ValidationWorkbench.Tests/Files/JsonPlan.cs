using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ValidationWorkbench.Tests.Files;

/// <summary>The same plan as JSON, written from the YAML tree: what YAML quotes or leaves plain stays a text or a number.</summary>
internal static class JsonPlan
{
    public static string Of(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Write(stream.Documents[0].RootNode, string.Empty);
    }

    private static string Write(YamlNode node, string indent) => node switch
    {
        YamlMappingNode map => Block('{', '}', map.Children.Select(pair => $"\"{pair.Key}\": {Write(pair.Value, indent + "  ")}"), indent),
        YamlSequenceNode list => Block('[', ']', list.Children.Select(child => Write(child, indent + "  ")), indent),
        YamlScalarNode { Style: ScalarStyle.Plain } plain when double.TryParse(plain.Value, out _) || plain.Value is "true" or "false" => plain.Value!,
        _ => $"\"{((YamlScalarNode)node).Value}\"",
    };

    private static string Block(char open, char close, IEnumerable<string> lines, string indent) =>
        new StringBuilder().Append(open).Append('\n').AppendJoin(",\n", lines.Select(line => $"{indent}  {line}")).Append('\n').Append(indent).Append(close).ToString();
}
