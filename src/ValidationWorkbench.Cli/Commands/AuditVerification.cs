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

    private readonly Option<string?> key = new("--vkey")
    {
        HelpName = "KEY",
        Description = "The log's public key as somebody you trust gave it to you, or a file with it; without it, the key that the log or bundle brings along",
    };

    private readonly Option<string?> authority = new("--tsa-certificate")
    {
        HelpName = "FILE",
        Description = "Certificate of the time-stamping authority as somebody you trust gave it to you (PEM); without it, the one that each token brings along",
    };

    private readonly Option<string?> packages = new("--packages")
    {
        HelpName = "DIR",
        Description = "Folder of issued packages, whose files are compared with the hashes on record; packages beside the records if left out",
    };

    private readonly Option<bool> deep = new("--deep") { Description = "Also have SQLite check its file, score every run again and render issued documents again" };

    private readonly Option<string> format = CommonOptions.Format();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Records, Anchor, key, authority, packages, deep, format })
        {
            command.Add(option);
        }
    }

    /// <summary>The key given, read from a file where there is one of that name; null where none was given.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public string? KeyOf(ParseResult result)
    {
        var given = result.GetValue(key);
        try
        {
            return given is not null && File.Exists(given) ? File.ReadAllText(given).Trim() : given;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(given!, $"cannot be read: {exception.Message}");
        }
    }

    /// <summary>Verifies and reports.</summary>
    public async Task<int> RunAsync(CliHost host, ParseResult result, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.WithoutRecords(host);
        var report = await workbench.SendAsync(new VerifyAudit(new AuditOptions(result.GetRequiredValue(Records))
        {
            AnchorPath = result.GetValue(Anchor),
            Vkey = KeyOf(result),
            TsaCertificate = result.GetValue(authority),
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
