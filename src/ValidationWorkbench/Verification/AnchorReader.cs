using System.Text;

namespace ValidationWorkbench.Verification;

/// <summary>Reads the checkpoints of an anchor file one by one, so that its length does not matter.</summary>
internal sealed class AnchorReader(string path, FaultLog faults)
{
    /// <summary>Checkpoints in the order of the file. What is none becomes a fault and is passed over.</summary>
    public IEnumerable<AnchorNote> Read()
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        var parser = new AnchorParser();
        var number = 0;
        var isCut = false;
        foreach (var (line, isWhole) in Lines(stream))
        {
            number++;
            if (!isWhole)
            {
                isCut = true;
                break;
            }

            var note = parser.Add(line, out var trouble);
            if (trouble is not null)
            {
                faults.Add(FaultClass.Anchor, null, FormattableString.Invariant($"line {number} of the anchor: {trouble}"));
            }

            if (note is not null)
            {
                yield return note;
            }
        }

        if (parser.BrokenOff + (isCut || parser.IsInside ? 1 : 0) is var broken and > 0)
        {
            faults.Remark(FormattableString.Invariant($"the anchor holds {broken} checkpoints that are broken off, as a crash may leave them; they vouch for nothing."));
        }
    }

    /// <summary>Lines without their line feed; a line that no line feed ends is not whole. Bytes that are no UTF-8 show as replacement characters and so are never a checkpoint.</summary>
    private static IEnumerable<(string Line, bool IsWhole)> Lines(FileStream stream)
    {
        var line = new List<byte>(128);
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            for (var i = 0; i < read; i++)
            {
                if (buffer[i] == '\n')
                {
                    yield return (Encoding.UTF8.GetString([.. line]), true);
                    line.Clear();
                }
                else if (line.Count <= 4 * AnchorParser.LongestLine)
                {
                    line.Add(buffer[i]);
                }
            }
        }

        if (line.Count > 0)
        {
            yield return (Encoding.UTF8.GetString([.. line]), false);
        }
    }
}
