using System.Text;
using Spectre.Console;

namespace ValidationWorkbench.Cli.Output;

/// <summary>Plain lines without trailing spaces, wrapped at word boundaries with a hanging indent.</summary>
internal static class Lines
{
    private const int WidestText = 120;

    /// <summary>Writes a list entry.</summary>
    public static void WriteEntry(IAnsiConsole console, string text) => Write(console, "  • ", text);

    /// <summary>Writes a named value; names of one block share a width.</summary>
    public static void WriteFact(IAnsiConsole console, string name, string value, int nameWidth = 11) => Write(console, name.PadRight(nameWidth), value);

    private static void Write(IAnsiConsole console, string first, string text)
    {
        var width = Math.Min(WidestText, console.Profile.Width) - 1;
        var indent = new string(' ', first.Length);
        var line = new StringBuilder(first);
        var isEmpty = true;
        foreach (var word in text.Split(' '))
        {
            if (!isEmpty && line.Length + 1 + word.Length > width)
            {
                console.WriteLine(line.ToString());
                line.Clear().Append(indent);
                isEmpty = true;
            }

            line.Append(isEmpty ? string.Empty : " ").Append(word);
            isEmpty = false;
        }

        console.WriteLine(line.ToString());
    }
}
