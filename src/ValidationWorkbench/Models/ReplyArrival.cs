using System.Buffers;
using System.Globalization;
using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.Models;

/// <summary>A reply as it arrives: its bytes, and when the first token and the last byte came. The clock starts with it.</summary>
internal sealed class ReplyArrival(EndpointSettings settings, TimeProvider timeProvider)
{
    private readonly long started = timeProvider.GetTimestamp();
    private readonly FirstTokenWatch watch = new(settings);
    private readonly ArrayBufferWriter<byte> bytes = new();
    private TimeSpan last;

    /// <summary>What came so far.</summary>
    public byte[] Bytes => bytes.WrittenSpan.ToArray();

    /// <summary>Time until the first token; null while there is none.</summary>
    public TimeSpan? FirstToken { get; private set; }

    /// <summary>Time since the start.</summary>
    public TimeSpan Elapsed => timeProvider.GetElapsedTime(started);

    /// <summary>Takes the next bytes; false where they are more than a reply may have.</summary>
    public bool Add(ReadOnlySpan<byte> next)
    {
        last = Elapsed;
        var room = ModelExchange.LargestReply - bytes.WrittenCount;
        bytes.Write(next.Length > room ? next[..room] : next);
        if (watch.Add(next))
        {
            FirstToken = last;
        }

        return next.Length <= room;
    }

    /// <summary>How far it came.</summary>
    public string Describe() => bytes.WrittenCount == 0 ? "nothing of its body came"
        : string.Create(CultureInfo.InvariantCulture, $"{bytes.WrittenCount} bytes came, the last after {last.TotalSeconds:0.0} s");
}
