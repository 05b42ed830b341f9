using System.Text;
using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Storage;

/// <summary>
/// The checkpoints of a log, kept outside its records: signed notes, oldest first, each followed by one empty line. It only ever grows, so that it can
/// stand on a volume where files may be appended to and nothing else. What a crash left half written stays; it is ended with an empty line and skipped.
/// </summary>
public sealed class AnchorFile(string path) : IDisposable
{
    private const int FirstLook = 4096;
    private const string OriginStart = "validation-workbench/";
    private const string SignatureStart = "\u2014 ";

    private FileStream? stream;

    /// <summary>Where it lies.</summary>
    public string Path => path;

    /// <summary>Where the anchor of a records folder lies unless the user says otherwise: beside the folder, not in it.</summary>
    public static string DefaultFor(string folder) => $"{System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder))}.anchor";

    /// <summary>The last whole note; null where there is no file or no whole note in it.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static byte[]? ReadLast(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            DiskPath.CheckRegular(path);
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

            // The end is enough nearly always; what a crash or a stranger left there makes it look further back.
            for (long look = FirstLook; ; look *= 16)
            {
                file.Seek(-Math.Min(look, file.Length), SeekOrigin.End);
                var tail = new byte[Math.Min(look, file.Length)];
                file.ReadExactly(tail);
                if (LastNote(tail) is { } note || look >= file.Length)
                {
                    return LastNote(tail);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, $"the anchor cannot be read: {exception.Message}");
        }
    }

    /// <summary>Adds a note and waits until it is on the disk.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public void Append(SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        stream ??= Open();
        stream.Write([.. note.ToBytes(), (byte)'\n']);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Shows early that it can be written, before anything is recorded that would have to be anchored.</summary>
    /// <exception cref="InputException">It cannot.</exception>
    public void CheckWritable()
    {
        try
        {
            stream ??= Open();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, $"the anchor cannot be written: {exception.Message} Name another file with --anchor; it belongs outside of the records.");
        }
    }

    public void Dispose() => stream?.Dispose();

    private FileStream Open()
    {
        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var end = EndOf(path);
        var file = AppendOnlyFile.Open(path);
        if (end is not ("" or "\n\n"))
        {
            file.Write(end.EndsWith('\n') ? "\n"u8 : "\n\n"u8);
        }

        return file;
    }

    private static string EndOf(string path)
    {
        if (!File.Exists(path))
        {
            return string.Empty;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(-Math.Min(2, file.Length), SeekOrigin.End);
        var bytes = new byte[Math.Min(2, file.Length)];
        file.ReadExactly(bytes);
        return Encoding.Latin1.GetString(bytes);
    }

    /// <summary>Origin, size, root, empty line, signatures, empty line: the last place where lines stand like that.</summary>
    private static byte[]? LastNote(byte[] tail)
    {
        // The last part has no line feed, so it is no line yet.
        var lines = Encoding.UTF8.GetString(tail).Split('\n')[..^1];
        for (var end = lines.Length - 1; end >= 0; end--)
        {
            var first = end;
            while (first > 0 && lines[first - 1].StartsWith(SignatureStart, StringComparison.Ordinal))
            {
                first--;
            }

            if (lines[end].Length == 0 && first < end && first >= 4 && lines[first - 1].Length == 0 && lines[first - 4].StartsWith(OriginStart, StringComparison.Ordinal))
            {
                return Encoding.UTF8.GetBytes(string.Concat(lines[(first - 4)..end].Select(line => $"{line}\n")));
            }
        }

        return null;
    }
}
