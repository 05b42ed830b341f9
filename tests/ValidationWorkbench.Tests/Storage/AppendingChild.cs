using System.Diagnostics;
using System.Globalization;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.Tests.Storage;

/// <summary>The <see cref="AppendingProgram"/> as a process, and what it acknowledged.</summary>
internal sealed class AppendingChild : IDisposable
{
    private readonly Process process;
    private readonly List<LedgerHead> acknowledged = [];
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task reading;
    private readonly Task<string> error;

    public AppendingChild(string folder, int callers, int each, int turns, string name)
    {
        string[] arguments = [typeof(AppendingProgram).Assembly.Location, "append", folder, .. new[] { callers, each, turns }.Select(number => number.ToString(CultureInfo.InvariantCulture)), name];
        process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        reading = Task.Run(ReadAsync);
        error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Waits for the first acknowledged record and some time more, then kills the process as <c>kill -9</c> does.</summary>
    public async Task<IReadOnlyList<LedgerHead>> KillAfterAsync(TimeSpan time)
    {
        await Task.WhenAny(first.Task, process.WaitForExitAsync());
        await Task.Delay(time);
        process.Kill();
        await process.WaitForExitAsync();
        await reading;
        return acknowledged.Count > 0 ? acknowledged : throw new InvalidOperationException($"The process appended nothing: {await error}");
    }

    /// <summary>Waits for the end of the process.</summary>
    public async Task<IReadOnlyList<LedgerHead>> FinishAsync()
    {
        await process.WaitForExitAsync();
        await reading;
        return process.ExitCode == 0 ? acknowledged : throw new InvalidOperationException(await error);
    }

    public void Dispose() => process.Dispose();

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            // The last line may be torn; what was printed whole was acknowledged.
            if (line.Split(' ') is [var sequence, { Length: 64 } hash])
            {
                acknowledged.Add(new LedgerHead(long.Parse(sequence, CultureInfo.InvariantCulture), hash, root: string.Empty));
                first.TrySetResult();
            }
        }
    }
}
