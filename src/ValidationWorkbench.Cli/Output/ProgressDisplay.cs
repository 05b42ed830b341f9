using System.Globalization;
using Spectre.Console;
using ValidationWorkbench.Replay;

namespace ValidationWorkbench.Cli.Output;

/// <summary>Shows how a run goes on: a live bar on a terminal, a plain line every so often elsewhere.</summary>
internal sealed class ProgressDisplay(IAnsiConsole console, bool live)
{
    private const int PlainLines = 10;

    private readonly Lock gate = new();
    private int linesWritten;

    /// <summary>Runs the work and shows what it reports.</summary>
    public async Task<T> ShowAsync<T>(Func<Action<RunProgress>, Task<T>> work)
    {
        if (!live)
        {
            return await work(WriteLine).ConfigureAwait(false);
        }

        return await console.Progress().Columns(new ProgressBarColumn { Width = 30 }, new TaskDescriptionColumn { Alignment = Justify.Left }).StartAsync(context =>
        {
            var task = context.AddTask("starting");
            return work(progress =>
            {
                task.MaxValue = Math.Max(1, progress.Planned);
                task.Value = progress.Finished;
                task.Description = Markup.Escape(Describe(progress));
            });
        }).ConfigureAwait(false);
    }

    /// <summary>One line: trials, rate, errors, tokens, cost, time left, and how well the endpoint is where not all is well.</summary>
    private static string Describe(RunProgress progress) => string.Create(CultureInfo.InvariantCulture,
        $"{progress.Finished}/{progress.Planned} trials, {progress.Rate:0}/s, {progress.Errors} errors, {progress.Baseline.Total + progress.Candidate.Total} tokens, {progress.Cost ?? "no price"}, {Left(progress)} left{Health(progress)}");

    private static string Health(RunProgress progress) =>
        progress.Health < 1 ? string.Create(CultureInfo.InvariantCulture, $", {100 * progress.Health:0} % of the last attempts good") : string.Empty;

    private void WriteLine(RunProgress progress)
    {
        lock (gate)
        {
            // One line per tenth of the run.
            var due = progress.Planned == 0 ? PlainLines : (int)((long)progress.Finished * PlainLines / progress.Planned);
            if (due > linesWritten)
            {
                linesWritten = due;
                console.WriteLine(Describe(progress));
            }
        }
    }

    private static string Left(RunProgress progress) => progress.Left is not { } left ? "?"
        : left.TotalHours >= 1 ? left.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)
        : left.ToString(@"m\:ss", CultureInfo.InvariantCulture);
}
