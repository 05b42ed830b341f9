using ValidationWorkbench.Scoring;
using ValidationWorkbench.Tests.Storage;
using ValidationWorkbench.UseCases;
using ValidationWorkbench.Verification;

namespace ValidationWorkbench.Tests.Verification;

/// <summary>Verifications as the command makes them.</summary>
internal static class Verify
{
    public static Task<AuditReport> FolderAsync(string folder, string? anchor = null, string? publicKey = null, string? packages = null, bool deep = false, TimeSpan wait = default, string? authority = null) =>
        new VerifyAuditHandler((_, key, testCase, reply) => CategorizationScorer.Score(key, testCase, reply), TimeProvider.System, Records.Host)
            .Handle(new VerifyAudit(new AuditOptions(folder) { AnchorPath = anchor, Vkey = publicKey is null ? null : File.ReadAllText(publicKey), PackagesFolder = packages, Deep = deep, CheckpointWait = wait, TsaCertificate = authority }), CancellationToken.None);
}
