using System.CommandLine;
using ValidationWorkbench.Cli.Output;
using ValidationWorkbench.UseCases;
using ValidationWorkbench.Verification;

namespace ValidationWorkbench.Cli.Commands;

/// <summary>What <c>validate audit verify</c> does with the records of a folder.</summary>
internal sealed class AuditVerification
{
    /// <summary>Folder of the records.</summary>
    public Option<string> Records { get; } = CommonOptions.Records();

    /// <summary>File of the anchor.</summary>
    public Option<string?> Anchor { get; } = CommonOptions.Anchor();

    private readonly Option<string?> publicKey = new("--public-key")
    {
        HelpName = "VKEY-FILE",
        Description = "File with the verifier key that the log must have begun with; from the log itself if left out",
    };

    private readonly Option<string?> packages = new("--packages")
    {
        HelpName = "DIR",
        Description = "Folder of issued packages, whose files are compared with the hashes on record",
    };

    private readonly Option<bool> deep = new("--deep") { Description = "Also have SQLite check its file, score every run again and render issued documents again" };

    private readonly Option<string> format = CommonOptions.Format();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Records, Anchor, publicKey, packages, deep, format })
        {
            command.Add(option);
        }
    }

    /// <summary>Verifies and reports.</summary>
    public async Task<int> RunAsync(CliHost host, ParseResult result, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.WithoutRecords(host);
        var report = await workbench.SendAsync(new VerifyAudit(new AuditOptions(result.GetRequiredValue(Records))
        {
            AnchorPath = result.GetValue(Anchor),
            PublicKeyPath = result.GetValue(publicKey),
            PackagesFolder = result.GetValue(packages),
            Deep = result.GetValue(deep),
        }), cancellationToken).ConfigureAwait(false);
        foreach (var fault in report.Faults)
        {
            await host.Error.WriteLineAsync($"validate: {fault}").ConfigureAwait(false);
        }

        if (report.Verdict == AuditReport.Internal)
        {
            await host.Error.WriteLineAsync("validate: warning: no anchor was found, so nothing excludes that all records were replaced as a whole. Name one with --anchor.").ConfigureAwait(false);
        }

        await (result.GetRequiredValue(format) == "json" ? AuditReportOutput.WriteJsonAsync(host.Out, report) : AuditReportOutput.WriteTextAsync(host.Out, report)).ConfigureAwait(false);
        return report.Holds ? ExitCode.Go : ExitCode.Integrity;
    }
}
