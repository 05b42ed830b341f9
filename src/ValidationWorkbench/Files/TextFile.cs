using System.Globalization;
using System.Text;

namespace ValidationWorkbench.Files;

/// <summary>A text file read strictly: size, UTF-8, no NUL bytes. A byte-order mark and CR LF line ends are tolerated and noted.</summary>
/// <param name="Name">File as the user named it.</param>
/// <param name="Bytes">Bytes as they stand in the file.</param>
/// <param name="Text">Text without byte-order mark, lines separated by a line feed.</param>
/// <param name="Notes">What was tolerated, one line each.</param>
public sealed record TextFile(string Name, byte[] Bytes, string Text, IReadOnlyList<string> Notes)
{
    private const long Mebibyte = 1024 * 1024;

    /// <summary>Largest plain document in bytes: far more than a URS has, far less than a model reads.</summary>
    public const long LargestDocument = 2 * Mebibyte;

    /// <summary>Largest plan, prompt or template in bytes.</summary>
    public const long LargestSetting = 2 * Mebibyte;

    /// <summary>Largest case file in bytes.</summary>
    public const long LargestCaseFile = 32 * Mebibyte;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">It is missing, cannot be read, or is no acceptable text.</exception>
    public static TextFile Read(string path, long largest)
    {
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists)
            {
                throw new InputException(path, Directory.Exists(path) ? "is a folder, not a file." : "does not exist.");
            }

            if (info.Length > largest)
            {
                throw new InputException(path, TooLarge(info.Length, largest));
            }

            return Parse(path, File.ReadAllBytes(path), largest);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, $"cannot be read: {exception.Message}");
        }
    }

    /// <summary>Checks bytes that were read elsewhere.</summary>
    /// <exception cref="InputException">They are no acceptable text.</exception>
    public static TextFile Parse(string name, byte[] bytes, long largest)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.LongLength > largest)
        {
            throw new InputException(name, TooLarge(bytes.LongLength, largest));
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            throw new InputException(name, "is UTF-16; save it as UTF-8.");
        }

        var nul = Array.IndexOf(bytes, (byte)0);
        if (nul >= 0)
        {
            throw new InputException([FaultAt(name, bytes, nul, "a NUL byte; a text file holds none. Save it as plain UTF-8 text.")]);
        }

        var notes = new List<string>();
        var text = Decode(name, bytes);
        if (text.StartsWith('\uFEFF'))
        {
            notes.Add($"{name}: begins with a byte-order mark, which is ignored.");
            text = text[1..];
        }

        if (text.Contains('\r', StringComparison.Ordinal))
        {
            notes.Add($"{name}: has CR LF line ends, which are read as LF.");
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        }

        return string.IsNullOrWhiteSpace(text) ? throw new InputException(name, "is empty.") : new TextFile(name, bytes, text, notes);
    }

    private static string Decode(string name, byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new InputException([FaultAt(name, bytes, System.Text.Unicode.Utf8.IsValid(bytes) ? 0 : FirstInvalid(bytes), "not valid UTF-8; save it as UTF-8.")]);
        }
    }

    private static int FirstInvalid(byte[] bytes)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(bytes.AsSpan(position), out _, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            position += consumed;
        }

        return position;
    }

    private static InputFault FaultAt(string name, byte[] bytes, int position, string message)
    {
        var before = bytes.AsSpan(0, position);
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new InputFault(name, before.Count((byte)'\n') + 1, position - lineStart + 1, string.Empty,
            string.Create(CultureInfo.InvariantCulture, $"byte 0x{bytes[position]:X2}: {message}"));
    }

    private static string TooLarge(long size, long largest) =>
        string.Create(CultureInfo.InvariantCulture, $"has {size / (double)Mebibyte:0.0} MiB; at most {largest / Mebibyte} MiB are read. Split it or give an excerpt.");
}
