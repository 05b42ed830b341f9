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
    public void Check(RunExpectation run, Func<long, string?> hashOf, Func<long, string?> rootAt)
    {
        var last = run.Issues[^1];
        var package = Path.Combine(folder, last.RunId);
        if (!Directory.Exists(package) || HoldsRenderingsAlone(run, package))
        {
            faults.Remark($"the package of run {last.RunId} is not in {folder} and was not compared.");
            CheckOthers(run, package, []);
            return;
        }

        var named = AuditIn(Path.Combine(package, ManifestName)).Number("records");
        var issued = run.Issues.FirstOrDefault(issue => issue.Sequence == named) ?? last;
        if (issued != last)
        {
            faults.Remark(FormattableString.Invariant($"{package} is the issue of record {issued.Sequence}; the run was issued again with record {last.Sequence}."));
        }

        foreach (var (name, length, sha256) in issued.Files)
        {
            CheckFile(issued.Sequence, Path.Combine(package, Path.GetFileName(name)), [(length, sha256)]);
        }

        CheckOthers(run, package, [.. issued.Files.Select(file => file.Name), ManifestName]);
        CheckManifest(issued, Path.Combine(package, ManifestName), hashOf, rootAt);
    }

    /// <summary>True for a folder that documents were rendered to, and no package was issued to.</summary>
    private static bool HoldsRenderingsAlone(RunExpectation run, string package) =>
        run.Renderings.SelectMany(rendering => rendering.Files).Select(file => file.Name).ToHashSet(StringComparer.Ordinal) is { Count: > 0 } names
            && FilesIn(package).All(names.Contains);

    /// <summary>A file beside those of the package is a rendering on record, or nobody vouches for it.</summary>
    private void CheckOthers(RunExpectation run, string package, HashSet<string> known)
    {
        foreach (var name in FilesIn(package).Where(name => !known.Contains(name)))
        {
            // Each rendering replaces the one before, and some may have gone to other folders: the bytes of any of them are true.
            var renderings = run.Renderings.SelectMany(record => record.Files.Where(file => file.Name == name), (record, file) => (record.Sequence, file.Length, file.Sha256)).ToList();
            if (renderings.Count == 0)
            {
                faults.Remark($"{package}: {name} is no part of the package that was issued.");
            }
            else
            {
                CheckFile(renderings[^1].Sequence, Path.Combine(package, name), [.. renderings.Select(file => (file.Length, file.Sha256))]);
            }
        }
    }

    private static IEnumerable<string> FilesIn(string package) =>
        Directory.Exists(package) ? Directory.EnumerateFiles(package).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal) : [];

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

    private void CheckFile(long sequence, string path, IReadOnlyList<(long Length, string Sha256)> onRecord)
    {
        Documents++;
        try
        {
            var bytes = File.Exists(path) ? ReadAll(path) : null;
            if (bytes is null)
            {
                faults.Add(FaultClass.Document, sequence, $"{path} was issued, but is missing");
            }
            else if (Sha256Hex.Of(bytes) is var found && !onRecord.Contains((bytes.Length, found)))
            {
                faults.Add(FaultClass.Document, sequence, $"{path} was altered after its issue: its bytes have SHA-256 {found}, {onRecord[^1].Sha256} is on record");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(FaultClass.Document, sequence, $"{path} cannot be read: {exception.Message}");
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
