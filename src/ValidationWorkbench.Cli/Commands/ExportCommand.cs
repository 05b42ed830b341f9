using System.CommandLine;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary><c>validate export RUN</c>.</summary>
internal static class ExportCommand
{
    public static Command Create(CliHost host)
    {
        var run = new Argument<string>("RUN") { Description = "Id of the run" };
        var records = CommonOptions.Records();
        var anchor = CommonOptions.Anchor();
        var actor = CommonOptions.Actor();
        var output = new Option<string>("--out") { HelpName = "DIR", Description = "Folder in which the bundle's own folder, named by the run, is made", DefaultValueFactory = _ => "bundles" };
        var command = new Command("export", "Write a run with its records, evidence, documents and a signed checkpoint as a bundle that anybody can check without this program. Puts the export on record.")
        {
            run, output, records, anchor, actor,
        };
        command.SetAction((result, cancellationToken) => ExportAsync(host, new ExportBundle
        {
            RunId = result.GetRequiredValue(run),
            OutFolder = result.GetRequiredValue(output),
            AnchorPath = result.GetValue(anchor),
            Actor = host.ActorNamed(result.GetValue(actor)),
        }, result.GetRequiredValue(records), cancellationToken));
        return command;
    }

    private static async Task<int> ExportAsync(CliHost host, ExportBundle request, string folder, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.WritingExisting(host, folder, request.AnchorPath);
        var bundle = await workbench.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await host.Out.WriteLineAsync(string.Join('\n',
            $"bundle      {bundle.Folder}",
            $"  files     {bundle.Files}, named with their hashes by manifest.json (SHA-256 {bundle.ManifestSha256})",
            $"  log       {bundle.Size} records, root {bundle.Root}",
            $"  key       {bundle.Vkey}",
            "Whoever checks the bundle needs this key from you, by another way than the bundle:",
            $"  python3 verify_bundle.py {bundle.Folder} --vkey KEY",
            $"  validate audit verify --bundle {bundle.Folder} --vkey KEY")).ConfigureAwait(false);
        return ExitCode.Go;
    }
}
