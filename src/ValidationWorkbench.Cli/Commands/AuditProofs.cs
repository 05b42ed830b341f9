using System.CommandLine;
using System.Text.Json;
using ValidationWorkbench.Bundles;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary>Parts of <c>validate audit</c> that hand out or check what leaves the records: bundles and proofs.</summary>
internal static class AuditProofs
{
    private const int MostFaults = 20;

    /// <summary><c>--bundle</c>.</summary>
    public static Option<string?> Bundle() => new("--bundle") { HelpName = "DIR", Description = "Check an exported bundle in place of records" };

    /// <summary><c>--proof</c>.</summary>
    public static Option<string?> Proof() => new("--proof") { HelpName = "FILE", Description = "Check the proof of one record in place of records; needs --vkey" };

    /// <summary><c>--vkey</c>.</summary>
    public static Option<string?> Vkey() => new("--vkey")
    {
        HelpName = "KEY",
        Description = "The log's public key as somebody you trust gave it to you; without it a bundle is checked with the key that it brings along",
    };

    /// <summary><c>validate audit prove SEQ</c>.</summary>
    public static Command CreateProve(CliHost host)
    {
        var sequence = new Argument<long>("SEQ") { Description = "Sequence of the record, from 1" };
        var records = CommonOptions.Records();
        var anchor = CommonOptions.Anchor();
        var output = new Option<string?>("--out") { HelpName = "FILE", Description = "File to write; standard output if left out" };
        var prove = new Command("prove", "Prove that one record stands in the log, in a file that is checked without the records.") { sequence, output, records, anchor };
        prove.SetAction((result, cancellationToken) => ProveAsync(
            host, new ProveRecord(result.GetRequiredValue(sequence), result.GetValue(anchor)), result.GetRequiredValue(records), result.GetValue(output), cancellationToken));
        return prove;
    }

    /// <summary>Checks a bundle and says what was found.</summary>
    public static async Task<int> VerifyBundleAsync(CliHost host, string folder, string? vkey, bool json, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.WithoutRecords(host);
        var report = await workbench.SendAsync(new VerifyBundle(folder, vkey), cancellationToken).ConfigureAwait(false);
        foreach (var fault in report.Faults.Take(MostFaults))
        {
            await host.Error.WriteLineAsync($"validate: {fault}").ConfigureAwait(false);
        }

        if (report.Faults.Count > MostFaults)
        {
            await host.Error.WriteLineAsync($"validate: and {report.Faults.Count - MostFaults} more; --format json shows all of them.").ConfigureAwait(false);
        }

        if (report is { Holds: true, IsKeyGiven: false })
        {
            await host.Error.WriteLineAsync("validate: the key comes from the bundle itself, so this shows only that the bundle agrees with itself; give the key that you trust with --vkey.").ConfigureAwait(false);
        }

        var exitCode = report.Holds ? ExitCode.Go : ExitCode.Integrity;
        await host.Out.WriteLineAsync(json
            ? JsonSerializer.Serialize(new { exitCode, verdict = Verdict(report), bundle = report }, JsonOutput.Options)
            : string.Join('\n', Lines(report))).ConfigureAwait(false);
        return exitCode;
    }

    /// <summary>Checks a proof and says which record it proves.</summary>
    public static async Task<int> VerifyProofAsync(CliHost host, string file, string? vkey)
    {
        if (vkey is null)
        {
            throw new InputException("--vkey", "is needed: a proof is worth as much as the key that it is checked with.");
        }

        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(file).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(file, $"cannot be read: {exception.Message}");
        }

        try
        {
            var (record, size) = RecordProof.Verify(bytes, vkey);
            await host.Out.WriteLineAsync(string.Join('\n',
                "proof       PASS",
                $"  record    {record.Sequence} of the {size} records of log {record.LogId:N}",
                $"  recorded  {Microseconds.Write(record.AtMicros)}",
                $"  who       {record.Entry.Actor.Id} ({record.Entry.Actor.EstablishedBy})",
                $"  what      {record.Entry.Action} {record.Entry.EntityType} {record.Entry.EntityId}")).ConfigureAwait(false);
            return ExitCode.Go;
        }
        catch (FormatException exception)
        {
            await host.Error.WriteLineAsync($"validate: {exception.Message}").ConfigureAwait(false);
            await host.Out.WriteLineAsync("proof       FAIL").ConfigureAwait(false);
            return ExitCode.Integrity;
        }
    }

    private static async Task<int> ProveAsync(CliHost host, ProveRecord request, string folder, string? output, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.Reading(host, folder);
        var proven = await workbench.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (output is null)
        {
            await host.Out.WriteAsync(System.Text.Encoding.UTF8.GetString(proven.Proof)).ConfigureAwait(false);
            return ExitCode.Go;
        }

        try
        {
            await File.WriteAllBytesAsync(output, proven.Proof, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(output, $"cannot be written: {exception.Message}");
        }

        await host.Out.WriteLineAsync(string.Join('\n',
            $"proof       {output}",
            $"  record    {proven.Record.Sequence} of {proven.Size}: {proven.Record.Entry.Action} {proven.Record.Entry.EntityType} {proven.Record.Entry.EntityId}",
            $"  key       {proven.Vkey}",
            "Whoever checks the proof needs this key from you, by another way than the file:",
            $"  python3 verify_bundle.py --proof {output} --vkey KEY",
            $"  validate audit verify --proof {output} --vkey KEY")).ConfigureAwait(false);
        return ExitCode.Go;
    }

    private static string Verdict(BundleReport report) => !report.Holds ? "FAIL" : report.IsKeyGiven ? "PASS" : "INTERNALLY CONSISTENT ONLY";

    private static IEnumerable<string> Lines(BundleReport report)
    {
        yield return $"bundle      {Verdict(report)}";
        yield return $"  run       {report.RunId}: {report.Planned} trials planned, {report.Answered} with an answer, {report.Unanswered} without";
        yield return $"  log       {report.Origin}, {report.Size} records, root {report.Root}";
        yield return $"  key       {report.KeyId}{(report.IsKeyGiven ? string.Empty : " (of the bundle)")}";
        yield return $"  checked   {report.Records} records, {report.Evidence} pieces of evidence, {report.Documents} documents";
        yield return $"  faults    {report.Faults.Count}";
    }
}
