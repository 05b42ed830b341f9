using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Bundles;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Bundles;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.Tests.Storage;
using ValidationWorkbench.Tests.Verification;
using ValidationWorkbench.UseCases;
using ValidationWorkbench.Verification;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

/// <summary>Time stamps by an authority on this machine: what is kept, what a verification says of it, and every way in which an authority may fail.</summary>
public sealed class TimestampTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly LocalAuthority authority;

    public TimestampTests() => authority = new LocalAuthority(folder.PathOf("tsa"));

    private string RecordsPath => folder.PathOf("records");

    public void Dispose()
    {
        authority.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_stamped_checkpoint_is_verified_and_the_authority_only_where_its_certificate_is_given()
    {
        var stamped = await StampAsync();

        var report = await Verify.FolderAsync(RecordsPath);
        Assert.Equal((AuditReport.Pass, stamped), (report.Verdict, Assert.Single(report.Timestamps)));
        Assert.Equal((3L, 2L, "CN=Test TSA", false), (stamped.Sequence, stamped.Size, stamped.Subject, stamped.IsPinned));
        Assert.Contains(report.Remarks, remark => remark.Contains("the authority was not checked", StringComparison.Ordinal));

        var pinned = await Verify.FolderAsync(RecordsPath, authority: authority.Certificate);
        Assert.Equal((AuditReport.Pass, stamped with { IsPinned = true }), (pinned.Verdict, Assert.Single(pinned.Timestamps)));
        Assert.Empty(pinned.Remarks);

        // openssl agrees, from the pieces as they are kept.
        await using var records = RecordsFolder.OpenForReading(RecordsPath);
        foreach (var piece in (await EntryAsync(3)).Attachments)
        {
            await File.WriteAllBytesAsync(folder.PathOf(piece.Name), records.ReadEvidence(piece.Sha256));
        }

        Assert.Contains("Verification: OK", authority.Verify(folder.PathOf("request"), folder.PathOf("reply")), StringComparison.Ordinal);
        Assert.StartsWith("validation-workbench/", await File.ReadAllTextAsync(folder.PathOf("checkpoint")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_of_another_authority_than_the_one_given_fails()
    {
        await StampAsync();
        authority.MakeCertificate("other", "Other TSA");

        var report = await Verify.FolderAsync(RecordsPath, authority: authority.PathOf("other.pem"));

        Assert.Equal([(FaultClass.Timestamp, 1L, (long?)3)], report.Classes);
        Assert.Contains("is not the certificate that was given", report.Faults[0].Detail, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => TimestampAudit.ReadPinned(authority.PathOf("tsa.cnf")));
        Assert.Throws<InputException>(() => TimestampAudit.ReadPinned(authority.PathOf("nothing")));
    }

    [Theory]
    [InlineData("imprint", "its token is over ")]
    [InlineData("signature", "its signature does not hold")]
    [InlineData("checkpoint", "what was stamped is no signed checkpoint of the records before it")]
    [InlineData("reply", "it is no reply of RFC 3161")]
    public async Task A_stamp_that_was_put_on_record_and_does_not_hold_fails(string wrong, string finding)
    {
        await using (var records = Records.Open(RecordsPath))
        {
            await records.AppendAsync(new RecordBatch(Records.Entry()));
            var note = AnchorFile.ReadLast(AnchorFile.DefaultFor(RecordsPath))!;
            var query = Rfc3161TimestampRequest.CreateFromData(note, HashAlgorithmName.SHA256, requestSignerCertificates: true).Encode();
            var reply = wrong == "imprint" ? authority.Reply(authority.OtherQuery()) : authority.Reply(query);
            reply[^1] ^= (byte)(wrong == "signature" ? 1 : 0);
            var pieces = new[] { ("checkpoint", records.Keep(wrong == "checkpoint" ? "none"u8 : note)), ("reply", records.Keep(wrong == "reply" ? [0x30, 0] : reply)) };
            await records.AppendAsync(new RecordBatch(Records.Entry() with
            {
                Action = AuditAction.Timestamped,
                EntityType = "log",
                Attachments = [.. pieces.Select(piece => new AuditAttachment(piece.Item1, piece.Item2.Length, piece.Item2.Sha256))],
            })
            { Evidence = [.. pieces.Select(piece => piece.Item2)] });
        }

        var report = await Verify.FolderAsync(RecordsPath);

        Assert.Equal([(FaultClass.Timestamp, 1L, (long?)3)], report.Classes);
        Assert.True(report.Faults[0].Detail.Contains(finding, StringComparison.Ordinal), report.Faults[0].Detail);
    }

    [Theory]
    [InlineData("down", "the time-stamping authority gives no answer")]
    [InlineData("status", "answers with HTTP status 503")]
    [InlineData("type", "answers with content of type text/html, not application/timestamp-reply")]
    [InlineData("rejected", "the authority refused: status 2")]
    [InlineData("nonce", "repeats another nonce than the request gave")]
    [InlineData("imprint", "its token is over ")]
    [InlineData("cut", "it is no reply of RFC 3161")]
    [InlineData("address", "the address of a time-stamping authority is needed")]
    public async Task An_authority_that_fails_is_named_and_the_failure_is_on_record(string failure, string message)
    {
        authority.Answer = query => failure switch
        {
            "status" => (503, "text/plain", "busy"u8.ToArray()),
            "type" => (200, "text/html", "hello"u8.ToArray()),
            "rejected" => (200, "application/timestamp-reply", authority.Reply([0x30, 0])),
            "imprint" => (200, "application/timestamp-reply", authority.Reply(authority.OtherQuery())),
            "cut" => (200, "application/timestamp-reply", authority.Reply(query)[..^1]),
            _ => (200, "application/timestamp-reply", authority.Reply(WithoutNonce(query))),
        };
        if (failure == "down")
        {
            authority.Dispose();
        }

        var exception = await Assert.ThrowsAsync<InputException>(() => StampAsync(failure == "address" ? "ftp://somewhere" : authority.Address));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal(AuditAction.Refused, (await EntryAsync(3)).Action);
        Assert.Equal(AuditReport.Pass, (await Verify.FolderAsync(RecordsPath)).Verdict);
    }

    [Fact]
    public async Task A_bundle_carries_the_tokens()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model));
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);
        await bench.AssessAsync(runId);
        await bench.SendAsync(new StampCheckpoint { Actor = RunBench.Tester, Authority = authority.Address });

        var export = await bench.SendAsync(new ExportBundle { Actor = RunBench.Tester, RunId = runId, OutFolder = bench.Folder.PathOf("bundles") });

        Assert.True(BundleVerifier.Verify(export.Folder, export.Vkey).Holds);
        var (exitCode, output, _) = await PythonChecker.RunAsync(export.Folder, "--vkey", export.Vkey);
        Assert.Equal(0, exitCode);
        Assert.Contains("time stamps (not checked here): 1", output, StringComparison.Ordinal);
        Assert.Contains(Directory.GetFiles(Path.Combine(export.Folder, "evidence")), file => Encoding.UTF8.GetString(File.ReadAllBytes(file)).StartsWith("validation-workbench/", StringComparison.Ordinal));
    }

    /// <summary>The same question without the nonce: a reply to it is an honest one to another request.</summary>
    private static byte[] WithoutNonce(byte[] query)
    {
        Rfc3161TimestampRequest.TryDecode(query, out var asked, out _);
        return Rfc3161TimestampRequest.CreateFromHash(asked!.GetMessageHash(), HashAlgorithmName.SHA256, requestSignerCertificates: true).Encode();
    }

    private async Task<StampedCheckpoint> StampAsync(string? address = null)
    {
        await using var records = Records.Open(RecordsPath, TimeProvider.System);
        await records.AppendAsync(new RecordBatch(Records.Entry()));
        await using var provider = new ServiceCollection().AddWorkbench(TimeProvider.System, Records.Host, () => Records.LogId, _ => null).AddSingleton(records).BuildServiceProvider();
        return await provider.GetRequiredService<IMediator>().Send(new StampCheckpoint { Actor = Actor.Workbench, Authority = address ?? authority.Address });
    }

    private async Task<AuditEntry> EntryAsync(long sequence)
    {
        await using var records = RecordsFolder.OpenForReading(RecordsPath);
        using var context = records.CreateReader();
        return AuditRecordReader.Read(context.AuditRecords.Single(record => record.Sequence == sequence).Bytes).Entry;
    }
}
