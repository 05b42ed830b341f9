using System.CommandLine;

namespace ValidationWorkbench.Cli.Commands;

/// <summary><c>validate audit</c>: verify, prove, alcoa, rotate-key, timestamp.</summary>
internal static class AuditCommand
{
    public static Command Create(CliHost host)
    {
        var verification = new AuditVerification();
        var (bundle, proof) = (AuditProofs.Bundle(), AuditProofs.Proof());
        var verify = new Command("verify", "Re-derive the records from their stored bytes and compare them with the anchor outside of them. Exit code 3 where anything does not hold.");
        verification.AddTo(verify);
        verify.Add(bundle);
        verify.Add(proof);
        verify.SetAction((result, cancellationToken) =>
            result.GetValue(bundle) is { } folder ? AuditProofs.VerifyBundleAsync(host, folder, verification.KeyOf(result), result.GetValue<string>("--format") == "json", cancellationToken)
            : result.GetValue(proof) is { } file ? AuditProofs.VerifyProofAsync(host, file, verification.KeyOf(result))
            : verification.RunAsync(host, result, cancellationToken));
        return new Command("audit", "The audit trail") { verify, AuditShowCommand.Create(host), AuditProofs.CreateProve(host), AlcoaCommand.Create(host), RotateKeyCommand.Create(host), TimestampCommand.Create(host) };
    }
}
