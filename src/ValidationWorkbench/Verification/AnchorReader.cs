using System.Text;

namespace ValidationWorkbench.Verification;

/// <summary>Reads the checkpoints of an anchor file one by one, so that its length does not matter. What is added behind its end is read when asked again.</summary>
internal sealed class AnchorReader(string path, FaultLog faults) : IDisposable
{
    private readonly AnchorParser parser = new();
    private readonly List<byte> line = new(128);
    private readonly byte[] buffer = new byte[1 << 16];
    private FileStream? stream;
    private int number;
    private int at;
    private int end;

    /// <summary>The next checkpoint in the order of the file; null where no further one stands in it yet. What is none becomes a fault and is passed over.</summary>
    public AnchorNote? Next()
    {
        stream ??= Open();
        while (ReadLine() is { } text)
        {
            number++;
            var note = parser.Add(text, out var trouble);
            if (trouble is not null)
            {
                faults.Add(FaultClass.Anchor, null, FormattableString.Invariant($"line {number} of the anchor: {trouble}"));
            }

            if (note is not null)
            {
                return note;
            }
        }

        return null;
    }

    /// <summary>Says what was broken off, once nothing more is to be read.</summary>
    public void Finish()
    {
        if (parser.BrokenOff + (line.Count > 0 || parser.IsInside ? 1 : 0) is var broken and > 0)
        {
            faults.Remark(FormattableString.Invariant($"the anchor holds {broken} checkpoints that are broken off, as a crash may leave them; they vouch for nothing."));
        }
    }

    public void Dispose() => stream?.Dispose();

    private FileStream Open()
    {
        DiskPath.CheckRegular(path);
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
    }

    /// <summary>
    /// A line without its line feed; null where none has come yet. Bytes that are no UTF-8 show as replacement characters and so are never a checkpoint.
    /// </summary>
    private string? ReadLine()
    {
        for (; ; (at, end) = (0, stream!.Read(buffer)))
        {
            var part = buffer.AsSpan(at, end - at);
            var feed = part.IndexOf((byte)'\n');
            var kept = feed < 0 ? part : part[..feed];
            line.AddRange(kept[..Math.Min(kept.Length, Math.Max(0, (4 * AnchorParser.LongestLine) + 1 - line.Count))]);
            if (feed >= 0)
            {
                at += feed + 1;
                var text = Encoding.UTF8.GetString([.. line]);
                line.Clear();
                return text;
            }

            at = end;
            if (HasEnded())
            {
                return null;
            }
        }
    }

    private bool HasEnded() => stream!.Position == stream.Length;
}
