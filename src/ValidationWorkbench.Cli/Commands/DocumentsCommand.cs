using System.CommandLine;
using ValidationWorkbench.Cli.Output;
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
        var only = new Option<string?>("--only") { HelpName = "NAME[,NAME]", Description = "Documents to render, such as validation-report; the package itself stays as it is" };
        var format = new Option<string>("--format")
        {
            HelpName = "pdf|html|md",
            Description = "Form of the documents; html and md are written beside the package, which stays as it is",
            DefaultValueFactory = _ => "pdf",
        };
        format.AcceptOnlyFromAmong("pdf", "html", "md");
        var command = new Command("documents", "Write the package of an assessed run again from the records: the same bytes, but for the manifest, which carries the new chain head. "
            + "With --only or another format: the documents alone.")
        {
            run, only, format, assessment, records, anchor, output, actor,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            var (runId, number, folder, person) = (result.GetRequiredValue(run), result.GetValue(assessment), result.GetRequiredValue(output), host.ActorNamed(result.GetValue(actor)));
            var names = result.GetValue(only)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (names is [])
            {
                throw new InputException("--only", "names no document; leave it out for all.");
            }

            var form = Enum.Parse<DocumentFormat>(result.GetRequiredValue(format), ignoreCase: true);
            await using var workbench = Workbench.Writing(host, result.GetRequiredValue(records), result.GetValue(anchor));
            return names is null && form == DocumentFormat.Pdf
                ? await IssueAsync(host, workbench, new IssueDocuments { RunId = runId, Assessment = number, OutFolder = folder, Actor = person }, cancellationToken).ConfigureAwait(false)
                : await RenderAsync(host, workbench, new RenderDocuments
                {
                    RunId = runId,
                    Assessment = number,
                    Only = names ?? [],
                    Format = form,
                    OutFolder = folder,
                    Actor = person,
                }, cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> IssueAsync(CliHost host, Workbench workbench, IssueDocuments request, CancellationToken cancellationToken)
    {
        var package = await workbench.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await MissingCharacters.TellAsync(host, package.Boxes).ConfigureAwait(false);
        return await ListAsync(host, package.Folder, package.Files).ConfigureAwait(false);
    }

    private static async Task<int> RenderAsync(CliHost host, Workbench workbench, RenderDocuments request, CancellationToken cancellationToken)
    {
        var rendered = await workbench.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (rendered.IsUnsigned)
        {
            await host.Error.WriteLineAsync("note: not signed. The plan asks for signed files, and no signature on record is of what these say. "
                + $"`validate documents {request.RunId}` issues and signs the package.").ConfigureAwait(false);
        }

        await MissingCharacters.TellAsync(host, rendered.Boxes).ConfigureAwait(false);
        return await ListAsync(host, rendered.Folder, rendered.Files).ConfigureAwait(false);
    }

    private static async Task<int> ListAsync(CliHost host, string folder, IReadOnlyList<(string Name, string Sha256)> files)
    {
        foreach (var (name, sha256) in files)
        {
            await host.Out.WriteLineAsync($"{sha256}  {Path.Combine(folder, name)}").ConfigureAwait(false);
        }

        return ExitCode.Go;
    }
}
