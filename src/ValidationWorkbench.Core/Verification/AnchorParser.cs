using System.Globalization;

namespace ValidationWorkbench.Verification;

/// <summary>Reads an anchor line by line: signed notes (C2SP signed-note with the body of tlog-checkpoint), each followed by an empty line.</summary>
public sealed class AnchorParser
{
    /// <summary>Longest line in characters; a longer one is no part of a note.</summary>
    public const int LongestLine = 1000;

    private const string SignatureMark = "\u2014 ";
    private readonly List<string> head = [];
    private readonly List<(string, byte[], byte[])> signatures = [];
    private string? broken;

    /// <summary>True within a note: where the anchor ends here, its last note is incomplete.</summary>
    public bool IsInside => head.Count > 0 || broken is not null;

    /// <summary>Notes that were broken off and then ended with an empty line, as after a crash.</summary>
    public int BrokenOff { get; private set; }

    /// <summary>Takes the next line.</summary>
    /// <param name="line">The line without its line feed.</param>
    /// <param name="trouble">What is no note and was not merely broken off; null for nothing.</param>
    /// <returns>The note that the line ends; null within one.</returns>
    public AnchorNote? Add(string line, out string? trouble)
    {
        ArgumentNullException.ThrowIfNull(line);
        trouble = null;
        var isOrigin = line.StartsWith("validation-workbench/", StringComparison.Ordinal);
        if (broken is not null && !isOrigin)
        {
            // An empty line right after ends what a crash left; any other line belongs there neither.
            trouble = line.Length == 0 ? null : broken;
            BrokenOff += line.Length == 0 ? 1 : 0;
            broken = line.Length == 0 ? null : string.Empty;
            trouble = trouble?.Length == 0 ? null : trouble;
            return null;
        }

        if (head.Count == 4 && signatures.Count > 0 && line.Length == 0)
        {
            return Finish(out trouble);
        }

        if (isOrigin && (head.Count > 0 || broken is not null))
        {
            BrokenOff++;
            Restart();
        }

        if (!Accepts(line))
        {
            BrokenOff += line.Length == 0 && head.Count > 1 ? 1 : 0;
            broken = line.Length == 0 ? null : $"found \"{Excerpts.Cut(line, 60)}\" where {Expected()} belongs";
            trouble = line.Length == 0 && head.Count <= 1 ? "an empty line stands where a checkpoint begins" : null;
            head.Clear();
            signatures.Clear();
        }

        return null;
    }

    private bool Accepts(string line)
    {
        if (head.Count < 4)
        {
            head.Add(line);
            return line.Length <= LongestLine && (line.Length == 0) == (head.Count == 4);
        }

        return AcceptsSignature(line);
    }

    private bool AcceptsSignature(string line)
    {
        var parts = line.StartsWith(SignatureMark, StringComparison.Ordinal) && line.Length <= LongestLine ? line[SignatureMark.Length..].Split(' ') : [];
        if (parts.Length != 2 || !AnchorNote.TryBase64(parts[1], out var bytes) || bytes.Length < 5)
        {
            return false;
        }

        signatures.Add((parts[0], bytes[..4], bytes[4..]));
        return true;
    }

    private AnchorNote? Finish(out string? trouble)
    {
        var (origin, size, root) = (head[0], head[1], head[2]);
        var isSize = long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == size;
        var isRoot = AnchorNote.TryBase64(root, out var bytes) && bytes.Length == 32;
        trouble = !isSize ? $"\"{Excerpts.Cut(size, 60)}\" is no tree size" : !isRoot ? $"\"{Excerpts.Cut(root, 60)}\" is no root hash" : null;
        var note = trouble is null ? new AnchorNote($"{origin}\n{size}\n{root}\n", origin, number, bytes, [.. signatures]) : null;
        Restart();
        return note;
    }

    private string Expected() => head.Count switch
    {
        < 4 => "a line of a checkpoint",
        4 when signatures.Count == 0 => "a signature",
        _ => "a signature or an empty line",
    };

    private void Restart()
    {
        broken = null;
        head.Clear();
        signatures.Clear();
    }
}
