using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ValidationWorkbench.Bundles;
using ValidationWorkbench.Tests.Bundles;
using ValidationWorkbench.Tests.Cli;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Pdf.Conformance;
using ValidationWorkbench.Tests.Printing;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;
using ValidationWorkbench.Verification;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

/// <summary>Packages whose PDF files are signed by the certificate that the plan names.</summary>
public sealed class SignedPackageTests : IDisposable
{
    private const string Password = BenchPlan.Key;
    private const string Subject = "CN=Site seal, O=Test site";

    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder keys = new();

    private string KeyFile => keys.PathOf("seal.p12");

    public void Dispose() => keys.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_signed_package_holds_on_disk_in_the_records_and_in_its_bundle(bool elliptic)
    {
        WriteKey(elliptic);
        await using var bench = Bench();
        var (runId, package) = await IssuedAsync(bench);
        File.Delete(KeyFile);

        var report = await bench.SendAsync(new VerifyAudit(new AuditOptions(bench.RecordsPath) { PackagesFolder = bench.Folder.PathOf("packages"), Deep = true }));
        var bundle = await bench.SendAsync(new ExportBundle { Actor = RunBench.Tester, RunId = runId, OutFolder = bench.Folder.PathOf("bundles") });

        Assert.All(Pdfs(package), file => Assert.Equal(Subject, SignedPdf.SignerOf(File.ReadAllBytes(file))));
        Assert.All(Pdfs(package).Where(file => file.Contains("release", StringComparison.Ordinal)), file => Assert.Empty(Requirement.Missed(File.ReadAllBytes(file))));
        Assert.Empty(report.Faults);
        Assert.Equal(AuditReport.Pass, report.Verdict);
        Assert.True(report.Recomputed!.Value.Documents > Pdfs(package).Count);
        Assert.True(BundleVerifier.Verify(bundle.Folder, bundle.Vkey).Holds);
        Assert.Equal(0, (await PythonChecker.RunAsync(bundle.Folder, "--vkey", bundle.Vkey)).ExitCode);
        Assert.All(Pdfs(package), file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(bundle.Folder, "documents", Path.GetFileName(file)))));
    }

    [Fact]
    public async Task What_was_signed_once_is_written_again_with_its_signature_and_without_the_key()
    {
        WriteKey();
        await using var bench = Bench();
        var (runId, package) = await IssuedAsync(bench);
        var before = Pdfs(package).ToDictionary(file => Path.GetFileName(file), file => Sha256Hex.Of(File.ReadAllBytes(file)));
        File.Delete(KeyFile);
        bench.Clock.Now = bench.Clock.Now.AddYears(5);

        var rendered = await RenderAsync(bench, runId, "packages");
        var again = await bench.SendAsync(Issue(bench, runId));

        Assert.False(rendered.IsUnsigned);
        Assert.Equal(before["release-statement.pdf"], Assert.Single(rendered.Files).Sha256);
        Assert.Equal(before, again.Files.Where(file => before.ContainsKey(file.Name)).ToDictionary(file => file.Name, file => file.Sha256));
        Assert.Empty((await bench.VerifyAsync(deep: true)).Faults);
    }

    [Fact]
    public async Task A_document_that_was_never_signed_is_rendered_without_and_the_command_says_so()
    {
        WriteKey();
        await using var bench = Bench();
        var runId = await AssessedAsync(bench);

        var rendered = await RenderAsync(bench, runId, "elsewhere");

        Assert.True(rendered.IsUnsigned);
        Assert.False(SignedPdf.IsSigned(await File.ReadAllBytesAsync(Path.Combine(rendered.Folder, "release-statement.pdf"))));
    }

    [Theory]
    [InlineData("missing", "certificate: {0}: there is no such file. A PKCS #12 file (.p12, .pfx) and its password are needed.")]
    [InlineData("other password", "certificate: {0}: the certificate cannot be read: The certificate data cannot be read with the provided password, the password may be incorrect. A PKCS #12 file (.p12, .pfx) and its password are needed.")]
    [InlineData("expired", "certificate: Site seal: the certificate is valid from 2026-01-01 00:00:00Z to 2026-06-01 00:00:00Z, not at 2026-11-21 09:00:00Z. Use one that is.")]
    [InlineData("no key", "certificate: {0}: it holds no private key. Export the certificate together with its key.")]
    [InlineData("no variable", "passwordVariable: the environment variable SEAL_PASSWORD is not set; it must hold the password of {0}.")]
    public async Task A_certificate_that_cannot_sign_stops_the_run_before_it_is_planned(string trouble, string message)
    {
        if (trouble != "missing")
        {
            WriteKey(password: trouble == "other password" ? "another one" : Password, months: trouble == "expired" ? 5 : 24, withKey: trouble != "no key");
        }

        await using var bench = Bench(trouble == "no variable" ? "SEAL_PASSWORD" : "BENCH_KEY");

        var fault = Assert.Single((await Assert.ThrowsAsync<InputException>(() => bench.PlanAsync())).Faults);

        var lines = await File.ReadAllLinesAsync(bench.PlanPath);
        Assert.Equal((bench.PlanPath, $"signing.{string.Format(null, message, KeyFile)}"), (fault.File, $"{fault.Path}: {fault.Message}"));
        Assert.StartsWith($"  {fault.Path.Split('.')[1]}:", lines[fault.Line - 1], StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Trail(), record => record.Action == "run-planned");
    }

    [Fact]
    public async Task A_certificate_that_went_away_stops_the_package_before_anything_is_written()
    {
        WriteKey();
        await using var bench = Bench();
        var runId = await AssessedAsync(bench);
        File.Delete(KeyFile);

        var fault = await Assert.ThrowsAsync<InputException>(() => bench.SendAsync(Issue(bench, runId)));

        Assert.Matches(@"^plan\.yaml:\d+:\d+.*seal\.p12: there is no such file", fault.Message);
        Assert.False(Directory.Exists(bench.Folder.PathOf("packages")));
        Assert.DoesNotContain(bench.Trail(), record => record.Action == "documents-issued");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_password_is_in_nothing_that_is_written_or_printed(bool isRight)
    {
        const string canary = "canary/4711+pass word";
        WriteKey(password: isRight ? canary : "another one");
        using var folder = new TemporaryFolder();
        await using var server = new LoopbackServer(call => call.Method == "GET" ? LoopbackAnswer.Of(200, "{}") : LoopbackAnswer.Category(4, call.Model));
        var plan = BenchPlan.Write(folder, server.Address, cases: 3, text => Signing(text, "SEAL_PASSWORD"));
        var ids = 0;
        var run = new CommandRun { NewId = () => new Guid(++ids, 0, 0, new byte[8]), ReadVariable = name => name == "SEAL_PASSWORD" ? canary : BenchPlan.Key };
        string[] records = ["--records", folder.PathOf("records")];

        var (exitCode, output, error) = await run.RunAsync(["--plan", plan, "--model", "new", "--out", folder.PathOf("packages"), "--format", "json", .. records]);
        var shown = await run.RunAsync(["audit", "show", "--format", "json", .. records]);

        Assert.Equal(isRight, exitCode != 2);
        Assert.Equal(isRight ? 16 : 0, Directory.GetFiles(folder.Root, "*.pdf", SearchOption.AllDirectories).Count(file => SignedPdf.IsSigned(File.ReadAllBytes(file))));
        Assert.DoesNotContain("canary", output + error + shown.Output + shown.Error, StringComparison.Ordinal);
        Assert.All(
            Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith("writer.lock", StringComparison.Ordinal)),
            path => Assert.DoesNotContain("canary", File.ReadAllText(path, Encoding.Latin1), StringComparison.Ordinal));
    }

    [Fact]
    public void A_password_in_the_place_of_its_variable_is_not_repeated()
    {
        using var folder = new TemporaryFolder();
        var path = BenchPlan.Write(folder, "http://127.0.0.1:1/v1", cases: 3, text => Signing(text, "canary"));

        var fault = Assert.Single(Assert.Throws<InputException>(() => ValidationWorkbench.Files.PlanFile.Read(path)).Faults);

        Assert.Equal(("signing.passwordVariable", "the name of an environment variable in capitals is needed, never the password itself."), (fault.Path, fault.Message));
    }

    private static List<string> Pdfs(string package) => [.. Directory.GetFiles(package, "*.pdf").Order(StringComparer.Ordinal)];

    private static async Task<string> AssessedAsync(RunBench bench)
    {
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);
        await bench.AssessAsync(runId);
        return runId;
    }

    private static async Task<(string RunId, string Package)> IssuedAsync(RunBench bench)
    {
        var runId = await AssessedAsync(bench);
        return (runId, (await bench.SendAsync(Issue(bench, runId))).Folder);
    }

    private static IssueDocuments Issue(RunBench bench, string runId) => new() { Actor = RunBench.Tester, RunId = runId, OutFolder = bench.Folder.PathOf("packages") };

    private static Task<RenderedDocuments> RenderAsync(RunBench bench, string runId, string folder) => bench.SendAsync(new RenderDocuments
    {
        Actor = RunBench.Tester,
        RunId = runId,
        Only = ["release-statement"],
        Format = DocumentFormat.Pdf,
        OutFolder = bench.Folder.PathOf(folder),
    });

    private RunBench Bench(string variable = "BENCH_KEY") => new(call => LoopbackAnswer.Category(4, call.Model), plan => Signing(plan, variable));

    private string Signing(string plan, string variable) => $"{plan}signing:\n  certificate: {KeyFile}\n  passwordVariable: {variable}\n";

    private void WriteKey(bool elliptic = false, string password = Password, int months = 24, bool withKey = true)
    {
        using var rsa = RSA.Create(2048);
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = elliptic ? new CertificateRequest(Subject, ecdsa, HashAlgorithmName.SHA256)
            : new CertificateRequest(Subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(Begin, Begin.AddMonths(months));
        using var bare = X509CertificateLoader.LoadCertificate(made.RawData);
        keys.Write("seal.p12", (withKey ? made : bare).Export(X509ContentType.Pkcs12, password));
    }
}
