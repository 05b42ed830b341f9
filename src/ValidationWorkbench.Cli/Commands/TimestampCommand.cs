using System.CommandLine;
using System.Globalization;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary><c>validate audit timestamp</c>.</summary>
internal static class TimestampCommand
{
    public static Command Create(CliHost host)
    {
        var authority = new Option<string>("--tsa") { HelpName = "URL", Description = "Address of the time-stamping authority (RFC 3161), http or https", Required = true };
        var records = CommonOptions.Records();
        var anchor = CommonOptions.Anchor();
        var actor = CommonOptions.Actor();
        var command = new Command("timestamp", "Have a time-stamping authority sign for the time of the newest checkpoint, and keep its token in the records.") { authority, records, anchor, actor };
        command.SetAction((result, cancellationToken) => StampAsync(
            host,
            new StampCheckpoint { Actor = host.ActorNamed(result.GetValue(actor)), Authority = result.GetRequiredValue(authority), AnchorPath = result.GetValue(anchor) },
            result.GetRequiredValue(records),
            cancellationToken));
        return command;
    }

    private static async Task<int> StampAsync(CliHost host, StampCheckpoint request, string folder, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.WritingExisting(host, folder, request.AnchorPath);
        var stamped = await workbench.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await host.Out.WriteLineAsync(string.Join('\n',
            string.Create(CultureInfo.InvariantCulture, $"The checkpoint over {stamped.Size} records has a time stamp."),
            $"  time       {Microseconds.Write(Microseconds.Of(stamped.Time))}",
            $"  authority  {stamped.Subject}, serial {stamped.Serial}",
            string.Create(CultureInfo.InvariantCulture, $"  record     {stamped.Sequence}"),
            "Whether this authority is one to trust is not checked here: give its certificate to `validate audit verify --tsa-certificate FILE`.")).ConfigureAwait(false);
        return ExitCode.Go;
    }
}
