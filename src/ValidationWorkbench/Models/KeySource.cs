namespace ValidationWorkbench.Models;

/// <summary>Fetches keys from where a plan says they are kept. No message of it holds a key.</summary>
/// <param name="readVariable">Reads an environment variable.</param>
internal sealed class KeySource(Func<string, string?> readVariable)
{
    private const int LongestKey = 8192;

    private const UnixFileMode ForOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>The key in an environment variable; null where none is named.</summary>
    /// <exception cref="InputException">It is not set, or holds no key.</exception>
    public string? FromVariable(string? variable, string user)
    {
        if (variable is null)
        {
            return null;
        }

        var key = readVariable(variable);
        return string.IsNullOrWhiteSpace(key) ? throw new InputException(variable,
            $"this environment variable is not set; {user} takes its key from it.")
            : Checked(key, variable, "this environment variable");
    }

    /// <summary>The key in a file that its owner alone may read.</summary>
    /// <exception cref="InputException">It cannot be read, others may read it, or it holds no key.</exception>
    public static string FromFile(string file, string user)
    {
        var path = DiskPath.FromHome(file);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(stream.SafeFileHandle) & ForOthers) != 0)
            {
                throw new InputException(file, $"others than its owner may use this key file; run `chmod 600 {path}`.");
            }

            if (stream.Length > LongestKey)
            {
                throw new InputException(file, "is too long for a key file; one line with the key is needed.");
            }

            using var reader = new StreamReader(stream);
            var key = reader.ReadToEnd();
            return string.IsNullOrWhiteSpace(key) ? throw new InputException(file, $"this key file is empty; {user} takes its key from it.")
                : Checked(key, file, "this key file");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(file, $"this key file cannot be read; {user} takes its key from it: {exception.Message}");
        }
    }

    private static string Checked(string text, string source, string words)
    {
        var key = text.Trim();
        return key.Any(char.IsControl) ? throw new InputException(source, $"{words} holds a line break or another control character; a key has none.")
            : key.Any(character => !char.IsAscii(character))
                ? throw new InputException(source, $"{words} holds a character that no header can carry; a key is ASCII.")
            : key;
    }
}
