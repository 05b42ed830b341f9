using System.Text.Json;

namespace ValidationWorkbench.Verification;

/// <summary>Compares issued packages on disk with the hashes on record of their issue.</summary>
/// <param name="folder">Folder of the packages, one folder for each run.</param>
/// <param name="log">Origin in the checkpoints of the log.</param>
/// <param name="faults">Takes the faults.</param>
internal sealed class PackageAudit(string folder, string log, FaultLog faults)
{
    private const string ManifestName = "manifest.json";

    /// <summary>Files compared.</summary>
    public int Documents { get; private set; }

    /// <summary>Finds packages whose issue is not on record: what told of it was taken away, or the package is none of these records.</summary>
    public void FindUnknown(IReadOnlyCollection<RunExpectation> runs)
    {
        var issues = runs.ToDictionary(run => run.Id, run => run.Issues.Count, StringComparer.Ordinal);
        foreach (var package in Directory.EnumerateDirectories(folder).Where(path => File.Exists(Path.Combine(path, ManifestName))).Order(StringComparer.Ordinal))
        {
            if (!issues.TryGetValue(Path.GetFileName(package), out var count))
            {
                FindOrigin(package);
            }
            else if (count == 0)
            {
                faults.Add(FaultClass.Document, null, $"{package} was issued, but no record says so: records were taken away, or an old copy was put in their place");
            }
        }
    }

    /// <summary>Compares the package of a run with the issue that its manifest names, or with the last one.</summary>
    public void Check(IReadOnlyList<IssuedFiles> issues, Func<long, string?> hashOf, Func<long, string?> rootAt)
    {
        var last = issues[^1];
        var package = Path.Combine(folder, last.RunId);
        if (!Directory.Exists(package))
        {
            faults.Remark($"the package of run {last.RunId} is not in {folder} and was not compared.");
            return;
        }

        var named = AuditIn(Path.Combine(package, ManifestName)).Number("records");
        var issued = issues.FirstOrDefault(issue => issue.Sequence == named) ?? last;
        if (issued != last)
        {
            faults.Remark(FormattableString.Invariant($"{package} is the issue of record {issued.Sequence}; the run was issued again with record {last.Sequence}."));
        }

        foreach (var (name, length, sha256) in issued.Files)
        {
            CheckFile(issued, Path.Combine(package, Path.GetFileName(name)), length, sha256);
        }

        var known = issued.Files.Select(file => file.Name).Append(ManifestName).ToHashSet(StringComparer.Ordinal);
        foreach (var other in Directory.EnumerateFiles(package).Select(path => Path.GetFileName(path)!).Where(name => !known.Contains(name)).Order(StringComparer.Ordinal))
        {
            faults.Remark($"{package}: {other} is no part of the package that was issued.");
        }

        CheckManifest(issued, Path.Combine(package, ManifestName), hashOf, rootAt);
    }

    /// <summary>A package of a run that is not on record: of another log it is none of these records; of this log the run was taken away.</summary>
    private void FindOrigin(string package)
    {
        var named = AuditIn(Path.Combine(package, ManifestName)).Text("log");
        if (named == log)
        {
            faults.Add(FaultClass.Document, null, $"{package} was issued from this log, but its run is not on record: records were taken away, or an old copy was put in their place");
        }
        else
        {
            faults.Remark($"{package} is of no run on record: it belongs to {named ?? "other records, or the run was taken away"}.");
        }
    }

    private static Facts AuditIn(string manifest)
    {
        try
        {
            return new Facts(JsonElement.Parse(ReadAll(manifest))).In("audit");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            // What is wrong with it is told when it is checked.
            return default;
        }
    }

    private static byte[] ReadAll(string path)
    {
        DiskPath.CheckRegular(path);
        return File.ReadAllBytes(path);
    }

    private void CheckFile(IssuedFiles issued, string path, long length, string sha256)
    {
        Documents++;
        try
        {
            var bytes = File.Exists(path) ? ReadAll(path) : null;
            if (bytes is null)
            {
                faults.Add(FaultClass.Document, issued.Sequence, $"{path} was issued, but is missing");
            }
            else if (bytes.Length != length || Sha256Hex.Of(bytes) is var found && found != sha256)
            {
                faults.Add(FaultClass.Document, issued.Sequence, $"{path} was altered after its issue: its bytes have SHA-256 {Sha256Hex.Of(bytes)}, {sha256} is on record");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(FaultClass.Document, issued.Sequence, $"{path} cannot be read: {exception.Message}");
        }
    }

    /// <summary>The manifest was made after the record of the issue and names its hash and the root, so it is a head of the trail kept outside of it.</summary>
    private void CheckManifest(IssuedFiles issued, string path, Func<long, string?> hashOf, Func<long, string?> rootAt)
    {
        if (!File.Exists(path))
        {
            faults.Add(FaultClass.Document, issued.Sequence, $"{path} was issued, but is missing");
            return;
        }

        try
        {
            using var manifest = JsonDocument.Parse(ReadAll(path));
            var audit = manifest.RootElement.GetProperty("audit");
            var (records, head, root) = (audit.GetProperty("records").GetInt64(), audit.GetProperty("head").GetString(), audit.GetProperty("root").GetString());
            var files = manifest.RootElement.GetProperty("files").EnumerateArray().Select(file => (file.GetProperty("path").GetString()!, file.GetProperty("length").GetInt64(), file.GetProperty("sha256").GetString()!));
            if (new Facts(audit).Text("log") is { } origin && origin != log)
            {
                faults.Add(FaultClass.Document, issued.Sequence, $"{path} was issued from {origin}, these records are of {log}");
            }
            else if (records != issued.Sequence || hashOf(records) != head || rootAt(records) != root)
            {
                faults.Add(FaultClass.Document, issued.Sequence, FormattableString.Invariant($"{path} names head {head} and root {root} over {records} records, which are not those of the record of its issue"));
            }
            else if (!files.SequenceEqual(issued.Files))
            {
                faults.Add(FaultClass.Document, issued.Sequence, $"{path} does not list the files that were issued");
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IOException or UnauthorizedAccessException)
        {
            faults.Add(FaultClass.Document, issued.Sequence, $"{path} cannot be read: {exception.Message}");
        }
    }
}
