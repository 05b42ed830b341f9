using System.CommandLine;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary><c>validate restore DIR</c>.</summary>
internal static class RestoreCommand
{
    public static Command Create(CliHost host)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of the backup" };
        var verify = new Option<bool>("--verify") { Description = "Verify the restored records afterwards, as `validate audit verify` does" };
        var reason = CommonOptions.Reason("Why, for the record; asked for at a terminal if left out");
        var actor = CommonOptions.Actor();
        var verification = new AuditVerification();
        var command = new Command("restore", "Bring a backup back into a folder that holds nothing. Existing records are never overwritten. Exit code 3 where the backup is not what was made.") { folder, verify, reason, actor };
        verification.AddTo(command);
        command.SetAction((result, cancellationToken) => RestoreAsync(host, new RestoreRecords
        {
            Actor = host.ActorNamed(result.GetValue(actor)),
            Reason = host.ReasonFor("a restore", result.GetValue(reason)),
            BackupFolder = result.GetRequiredValue(folder),
            RecordsFolder = result.GetRequiredValue(verification.Records),
            AnchorPath = result.GetValue(verification.Anchor),
        }, result.GetValue(verify) ? () => verification.RunAsync(host, result, cancellationToken) : null, cancellationToken));
        return command;
    }

    private static async Task<int> RestoreAsync(CliHost host, RestoreRecords request, Func<Task<int>>? verify, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.WithoutRecords(host);
        var manifest = await workbench.SendAsync(request, cancellationToken).ConfigureAwait(false);

        // Standard output may belong to the verification's JSON object.
        await (verify is null ? host.Out : host.Error).WriteLineAsync(string.Join('\n',
            $"restored {request.RecordsFolder}",
            $"records  {manifest.Records}",
            $"head     {manifest.Head}, the same as in the backup")).ConfigureAwait(false);
        return verify is null ? ExitCode.Go : await verify().ConfigureAwait(false);
    }
}
