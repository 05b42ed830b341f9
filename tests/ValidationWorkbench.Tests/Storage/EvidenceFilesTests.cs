using System.Text;
using ValidationWorkbench.Storage;
using Xunit;

namespace ValidationWorkbench.Tests.Storage;

public sealed class EvidenceFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vwb-evidence-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Pieces_of_many_callers_lie_where_they_are_said_to_lie_while_files_fill_up_and_are_flushed()
    {
        using var files = new EvidenceFiles(folder, largestSegment: 10_000);
        using var done = new CancellationTokenSource();
        var flushes = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                files.Flush();
            }
        });
        var entries = new EvidenceEntry[2000];

        Parallel.For(0, entries.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => entries[i] = files.Append(Piece(i)));
        await done.CancelAsync();
        await flushes;
        files.Flush();

        Assert.True(entries.Max(entry => entry.Segment) > 5);
        for (var i = 0; i < entries.Length; i++)
        {
            Assert.Equal(Piece(i), files.Read(entries[i]));
        }
    }

    [Fact]
    public void The_same_bytes_are_one_piece_however_often_they_come()
    {
        using var files = new EvidenceFiles(folder);

        var (first, again) = (files.Append(Piece(1)), files.Append(Piece(1)));

        Assert.Equal((first.Sha256, first.Segment, first.Offset, first.Length), (again.Sha256, again.Segment, again.Offset, again.Length));
        Assert.Equal(Sha256Hex.Of(Piece(1)), again.Sha256);
        Assert.Equal($"sha256 {first.Sha256} length {first.Length}\n".Length + first.Length + 1, new FileInfo(Path.Combine(folder, "000001.evidence")).Length);
    }

    private static byte[] Piece(int number) => Encoding.ASCII.GetBytes($"{number} {new string('x', number % 100)}");
}
