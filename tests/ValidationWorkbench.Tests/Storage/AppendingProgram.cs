using System.Globalization;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.Tests.Storage;

/// <summary>
/// A process of its own that appends: <c>dotnet ValidationWorkbench.Tests.dll append FOLDER CALLERS EACH TURNS NAME</c>. It prints the sequence and hash of
/// every record that was acknowledged, and is killed at any moment by the tests that start it.
/// </summary>
internal static class AppendingProgram
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    public static async Task<int> Main(string[] args)
    {
        if (args is not ["append", var folder, var callers, var each, var turns, var name])
        {
            return 2;
        }

        var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        for (var turn = 0; turn < Number(turns); turn++)
        {
            // Who has just had the lock leaves it to the others for a moment.
            await Task.Delay(turn == 0 ? 0 : 50);
            await using var records = RecordsFolder.OpenForWriting(folder, TimeProvider.System, Records.Host, Guid.NewGuid, new WriterWait(LongestWait, _ => { }));
            await Task.WhenAll(Enumerable.Range(0, Number(callers)).Select(caller => Task.Run(async () =>
            {
                for (var i = 0; i < Number(each); i++)
                {
                    var head = await records.AppendAsync(Records.TrialBatch(records, $"{name}-{turn}-{caller}-{i}"));
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{head.Records} {head.Hash}"));
                }
            })));
        }

        return 0;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
