using System.Globalization;

namespace ValidationWorkbench.Cli.Output;

/// <summary>Says which characters a document could not show, so that nobody finds it out by chance.</summary>
internal static class MissingCharacters
{
    private const int Most = 20;

    /// <summary>One note for each file.</summary>
    public static async Task TellAsync(CliHost host, IReadOnlyList<(string Name, IReadOnlyList<string> Characters)> files)
    {
        foreach (var (name, characters) in files)
        {
            var listed = string.Join(", ", characters.Take(Most).Select(Describe));
            var more = characters.Count > Most ? string.Create(CultureInfo.InvariantCulture, $" and {characters.Count - Most} more") : string.Empty;
            await host.Error.WriteLineAsync($"note: {name}: its font lacks {listed}{more}; a box with the code point stands for each. The HTML rendering has them.").ConfigureAwait(false);
        }
    }

    private static string Describe(string character) =>
        string.Create(CultureInfo.InvariantCulture, $"{character} (U+{char.ConvertToUtf32(character, 0):X4})");
}
