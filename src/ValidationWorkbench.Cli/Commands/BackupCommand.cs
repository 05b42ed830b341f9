using System.CommandLine;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary><c>validate backup DIR</c>.</summary>
internal static class BackupCommand
{
    public static Command Create(CliHost host)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder to copy to; new or empty, best on another disk" };
        var records = CommonOptions.Records();
        var anchor = CommonOptions.Anchor();
        var actor = CommonOptions.Actor();
        var command = new Command("backup", "Copy database, evidence and anchor of the records to a folder, and put that on record. The signing key is not copied.") { folder, records, anchor, actor };
        command.SetAction((result, cancellationToken) => BackUpAsync(
            host,
            new BackUpRecords { Actor = host.ActorNamed(result.GetValue(actor)), BackupFolder = result.GetRequiredValue(folder), AnchorPath = result.GetValue(anchor) },
            result.GetRequiredValue(records), cancellationToken));
        return command;
    }

    private static async Task<int> BackUpAsync(CliHost host, BackUpRecords request, string folder, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.WritingExisting(host, folder, request.AnchorPath);
        var manifest = (await workbench.SendAsync(request, cancellationToken).ConfigureAwait(false)).Manifest;
        await host.Out.WriteLineAsync(string.Join('\n',
            $"backup   {request.BackupFolder}",
            $"records  {manifest.Records}",
            $"head     {manifest.Head}",
            $"files    {manifest.Files.Count}, {manifest.Files.Sum(file => file.Length)} bytes",
            $"`validate restore {request.BackupFolder} --records DIR --verify` brings it back.")).ConfigureAwait(false);
        return ExitCode.Go;
    }
}
