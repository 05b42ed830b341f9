using System.Text;
using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.Models;

/// <summary>
/// Finds in a reply that is still arriving the line of the stream that carries the first token. Comments, roles and empty pieces carry none.
/// </summary>
/// <param name="settings">How the endpoint is talked to.</param>
public sealed class FirstTokenWatch(EndpointSettings settings)
{
    // A line that is longer is no piece of a stream.
    private const int LongestLine = 1 << 20;

    private readonly List<byte> line = [];
    private bool isOver = !settings.Stream;

    /// <summary>Takes the next bytes; true once, when they end the first line that carries text, reasoning or a refusal.</summary>
    public bool Add(ReadOnlySpan<byte> bytes)
    {
        while (!isOver && !bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            line.AddRange(end < 0 ? bytes : bytes[..end]);
            if (end < 0)
            {
                isOver = line.Count > LongestLine;
                return false;
            }

            isOver = StreamedReply.CarriesToken(Encoding.UTF8.GetString([.. line]), settings);
            if (isOver)
            {
                return true;
            }

            line.Clear();
            bytes = bytes[(end + 1)..];
        }

        return false;
    }
}
