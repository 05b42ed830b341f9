using System.Text;
using System.Xml.Linq;

namespace ValidationWorkbench.Printing;

/// <summary>Writes a tree of elements as HTML: every text and attribute escaped, elements without content as HTML knows them.</summary>
internal static class HtmlWriter
{
    private static readonly HashSet<string> Void = ["br", "col", "meta", "wbr"];
    private static readonly HashSet<string> WithinLine = ["a", "br", "code", "span", "strong", "tspan", "wbr"];

    /// <summary>UTF-8 without byte-order mark, line feeds.</summary>
    public static byte[] Write(XElement html)
    {
        var text = new StringBuilder("<!DOCTYPE html>\n");
        Append(html, text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Append(XElement element, StringBuilder text)
    {
        var name = element.Name.LocalName;
        text.Append('<').Append(name);
        foreach (var attribute in element.Attributes())
        {
            text.Append(' ').Append(attribute.Name.LocalName).Append("=\"").Append(Escape(attribute.Value)).Append('"');
        }

        text.Append('>');
        foreach (var node in element.Nodes())
        {
            if (node is XElement child)
            {
                Append(child, text);
            }
            else if (node is XText words)
            {
                // A style sheet is no text: its own signs must stay, and it holds no "<".
                text.Append(name == "style" ? words.Value : Escape(words.Value));
            }
        }

        text.Append(Void.Contains(name) ? string.Empty : $"</{name}>").Append(WithinLine.Contains(name) ? string.Empty : "\n");
    }

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
