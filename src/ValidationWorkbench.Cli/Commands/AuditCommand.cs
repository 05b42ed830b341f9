using System.CommandLine;

namespace ValidationWorkbench.Cli.Commands;

/// <summary>The commands below <c>validate audit</c>.</summary>
internal static class AuditCommand
{
    public static Command Create(CliHost host)
    {
        var verification = new AuditVerification();
        var verify = new Command("verify", "Re-derive the records from their stored bytes and compare them with the anchor outside of them. Exit code 3 where anything does not hold.");
        verification.AddTo(verify);
        verify.SetAction((result, cancellationToken) => verification.RunAsync(host, result, cancellationToken));
        return new Command("audit", "The audit trail") { verify, AuditShowCommand.Create(host), RotateKeyCommand.Create(host) };
    }
}
