using System.CommandLine;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary><c>validate audit verify</c>.</summary>
internal static class AuditCommand
{
    public static Command Create(CliHost host)
    {
        var records = CommonOptions.Records();
        var (bundle, proof, vkey) = (AuditProofs.Bundle(), AuditProofs.Proof(), AuditProofs.Vkey());
        var verify = new Command("verify", "Re-derive the audit trail from its stored bytes and re-hash all evidence. Exit code 3 where anything does not hold.") { records, bundle, proof, vkey };
        verify.SetAction((result, cancellationToken) =>
            result.GetValue(bundle) is { } folder ? AuditProofs.VerifyBundleAsync(host, folder, result.GetValue(vkey), cancellationToken)
            : result.GetValue(proof) is { } file ? AuditProofs.VerifyProofAsync(host, file, result.GetValue(vkey))
            : VerifyAsync(host, result.GetRequiredValue(records), cancellationToken));
        return new Command("audit", "The audit trail") { verify, AuditProofs.CreateProve(host), AlcoaCommand.Create(host), RotateKeyCommand.Create(host) };
    }

    private static async Task<int> VerifyAsync(CliHost host, string folder, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.Reading(host, folder);
        var report = await workbench.SendAsync(new VerifyAudit(), cancellationToken).ConfigureAwait(false);
        foreach (var fault in report.Faults)
        {
            await host.Error.WriteLineAsync($"validate: {fault}").ConfigureAwait(false);
        }

        await host.Out.WriteLineAsync(string.Join('\n',
            $"audit trail  {(report.Holds ? "INTERNALLY CONSISTENT" : "FAIL")}",
            $"  records    {report.Records}",
            $"  head       {report.Head}",
            $"  evidence   {report.Evidence} pieces re-hashed",
            $"  faults     {report.Faults.Count}",
            report.Holds
                ? "Compare the head with one kept outside these records (a printed document, a manifest): only that excludes that all of them were replaced."
                : "Nothing may be concluded from these records until that is explained.")).ConfigureAwait(false);
        return report.Holds ? ExitCode.Go : ExitCode.Integrity;
    }
}
