using System.Globalization;
using System.Text;
using HandlebarsDotNet;

namespace ValidationWorkbench.Files;

/// <summary>Writes values into Markdown as plain text: nothing that a plan, a case or a model says can become markup. Line ends become spaces.</summary>
internal sealed class MarkdownEscape : ITextEncoder
{
    private const string Markup = "\\`*_{}[]()#+-.!|<>~^&=:\"'$%@,;?/";

    public IFormatProvider? FormatProvider { get; } = CultureInfo.InvariantCulture;

    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode(string? text, TextWriter target)
    {
        foreach (var letter in (text ?? string.Empty).Trim())
        {
            Write(letter, target);
        }
    }

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        while (text?.MoveNext() == true)
        {
            Write(text.Current, target);
        }
    }

    /// <summary>Markdown lets every sign of ASCII punctuation be escaped.</summary>
    private static void Write(char letter, TextWriter target)
    {
        if (Markup.Contains(letter, StringComparison.Ordinal))
        {
            target.Write('\\');
        }

        target.Write(char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter);
    }
}
