using System.CommandLine;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary><c>validate documents RUN</c>.</summary>
internal static class DocumentsCommand
{
    public static Command Create(CliHost host)
    {
        var run = new Argument<string>("RUN") { Description = "Id of the run" };
        var records = CommonOptions.Records();
        var anchor = CommonOptions.Anchor();
        var output = CommonOptions.Out();
        var actor = CommonOptions.Actor();
        var assessment = new Option<int?>("--assessment") { HelpName = "N", Description = "Number of the assessment to document; if left out, the latest by the plan frozen with the run" };
        var command = new Command("documents", "Write the package of an assessed run again from the records: the same bytes, but for the manifest, which carries the new chain head.") { run, assessment, records, anchor, output, actor };
        command.SetAction((result, cancellationToken) => IssueAsync(host, new IssueDocuments
        {
            RunId = result.GetRequiredValue(run),
            Assessment = result.GetValue(assessment),
            OutFolder = result.GetRequiredValue(output),
            Actor = host.ActorNamed(result.GetValue(actor)),
        }, result.GetRequiredValue(records), result.GetValue(anchor), cancellationToken));
        return command;
    }

    private static async Task<int> IssueAsync(CliHost host, IssueDocuments request, string folder, string? anchor, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.Writing(host, folder, anchor);
        var package = await workbench.SendAsync(request, cancellationToken).ConfigureAwait(false);
        foreach (var (name, sha256) in package.Files)
        {
            await host.Out.WriteLineAsync($"{sha256}  {Path.Combine(package.Folder, name)}").ConfigureAwait(false);
        }

        return ExitCode.Go;
    }
}
