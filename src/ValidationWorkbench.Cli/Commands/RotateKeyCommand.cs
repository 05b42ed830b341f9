using System.CommandLine;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary><c>validate audit rotate-key</c>.</summary>
internal static class RotateKeyCommand
{
    public static Command Create(CliHost host)
    {
        var records = CommonOptions.Records();
        var anchor = CommonOptions.Anchor();
        var reason = CommonOptions.Reason("Why, for the record; asked for at a terminal if left out");
        var actor = CommonOptions.Actor();
        var command = new Command("rotate-key", "Give the checkpoints a new signing key. The key before signs the record that introduces it, and is then replaced.") { records, anchor, reason, actor };
        command.SetAction((result, cancellationToken) => RotateAsync(
            host, new RotateKey { Actor = host.ActorNamed(result.GetValue(actor)), Reason = host.ReasonFor("a new signing key", result.GetValue(reason)) }, result.GetRequiredValue(records), result.GetValue(anchor), cancellationToken));
        return command;
    }

    private static async Task<int> RotateAsync(CliHost host, RotateKey request, string folder, string? anchor, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.WritingExisting(host, folder, anchor);
        var rotated = await workbench.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await host.Out.WriteLineAsync(string.Join('\n',
            "The checkpoints have a new signing key.",
            $"  before   {rotated.Before}",
            $"  now      {rotated.After}",
            $"  records  {rotated.Head.Records}",
            $"  head     {rotated.Head.Hash}",
            $"  root     {rotated.Head.Root}")).ConfigureAwait(false);
        return ExitCode.Go;
    }
}
