using MediatR;
using Microsoft.Extensions.DependencyInjection;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.Cli.Commands;

/// <summary>The use cases of one command, with the records it needs. The only sender of requests is the command line.</summary>
internal sealed class Workbench : IAsyncDisposable
{
    /// <summary>Long enough for a command that records one thing, short enough to say soon that a run is under way.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly ServiceProvider provider;
    private readonly RecordsFolder? records;

    private Workbench(CliHost host, RecordsFolder? records, bool isOffline = false)
    {
        this.records = records;
        var services = new ServiceCollection().AddWorkbench(host.TimeProvider, host.Facts, host.NewId, host.ReadVariable, isOffline);
        if (records is not null)
        {
            services.AddSingleton(records);
        }

        provider = services.BuildServiceProvider();
    }

    /// <summary>Records of the command.</summary>
    public RecordsFolder Records => records ?? throw new InvalidOperationException("This command has no records.");

    public static Workbench WithoutRecords(CliHost host) => new(host, null);

    public static Workbench Reading(CliHost host, string folder) => new(host, RecordsFolder.OpenForReading(folder));

    public static Workbench Writing(CliHost host, string folder, string? anchor, bool isOffline = false) => new(host, RecordsFolder.OpenForWriting(
        folder, host.TimeProvider, host.Facts, host.NewId, new WriterWait(LongestWait, message => host.Error.WriteLine($"note: {message}")), anchor),
            isOffline);


    /// <summary>As <see cref="Writing"/>, but a folder without records stays as it is.</summary>
    public static Workbench WritingExisting(CliHost host, string folder, string? anchor)
    {
        RecordsFolder.CheckExists(folder);
        return Writing(host, folder, anchor);
    }

    public Task<TResponse> SendAsync<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken) =>
        provider.GetRequiredService<IMediator>().Send(request, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        // First the records, so that everything handed in is on the disk.
        if (records is not null)
        {
            await records.DisposeAsync().ConfigureAwait(false);
        }

        await provider.DisposeAsync().ConfigureAwait(false);
    }
}
