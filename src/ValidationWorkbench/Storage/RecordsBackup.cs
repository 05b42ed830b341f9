using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Storage;

/// <summary>
/// Copies records to another place and back: database, evidence and the anchor, never the private key. The caller holds the writer's lock while
/// copying, so that the three belong together.
/// </summary>
public static class RecordsBackup
{
    private const string Manifest = "backup.json";
    private const string Database = "workbench.db";
    private const string Evidence = "evidence";
    private const string Anchor = "anchor";

    /// <summary>Copies the evidence, the large part, into a new folder.</summary>
    /// <exception cref="InputException">The folder holds something, lies within the records or cannot be written.</exception>
    public static IReadOnlyList<BackupFile> CopyEvidence(string records, string backup) => Try(backup, () =>
    {
        CheckApart(records, backup);
        CheckEmpty(backup, "holds files already; a backup is made into an empty folder or a new one.");
        Directory.CreateDirectory(Path.Combine(backup, Evidence));
        var source = Path.Combine(records, Evidence);
        return Directory.Exists(source)
            ? Directory.EnumerateFiles(source).Order(StringComparer.Ordinal).Select(file => Copy(file, backup, $"{Evidence}/{Path.GetFileName(file)}")).ToList()
            : (IReadOnlyList<BackupFile>)[];
    });

    /// <summary>Copies database and anchor and writes the manifest, once the record of the backup is stored.</summary>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public static BackupManifest Finish(string records, string anchor, string backup, IReadOnlyList<BackupFile> evidence, LedgerHead head, string tool) => Try(backup, () =>
    {
        CopyDatabase(Path.Combine(records, Database), Path.Combine(backup, Database));
        List<BackupFile> files = [Describe(backup, Database), .. evidence];
        if (File.Exists(anchor))
        {
            files.Add(Copy(anchor, backup, Anchor));
        }

        var manifest = new BackupManifest
        {
            Format = BackupManifest.CurrentFormat,
            Tool = tool,
            Records = head.Records,
            Head = head.Hash,
            Files = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)],
        };
        WriteNew(Path.Combine(backup, Manifest), CanonicalJson.Write(manifest));
        return manifest;
    });

    /// <summary>Brings a backup back into a folder that holds nothing. The records appear there all at once, checked, or not at all.</summary>
    /// <param name="backup">Folder of the backup.</param>
    /// <param name="records">Folder for the records; new or empty.</param>
    /// <param name="anchor">File of the anchor.</param>
    /// <param name="note">Says who restores it and why, for the record.</param>
    /// <returns>The manifest, whose head the restored records have.</returns>
    /// <exception cref="InputException">There is no backup, or there is something where it is to go.</exception>
    /// <exception cref="IntegrityException">The backup is not what was made.</exception>
    public static BackupManifest Restore(string backup, string records, string anchor, Func<BackupManifest, RestoredNote> note) => Try(records, () =>
    {
        var manifest = ReadManifest(backup);
        CheckApart(records, backup);
        CheckEmpty(records, "holds files already; a restore never overwrites anything. Name another folder with --records.");
        var staging = $"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(records))}.restoring";
        CheckEmpty(staging, "is left of a restore that was cut short. Delete it, then restore again.");
        CheckAnchor(backup, anchor, manifest);
        CheckComplete(backup, manifest);
        try
        {
            Directory.CreateDirectory(Path.Combine(staging, Evidence));
            foreach (var file in manifest.Files.Where(file => file.Path != Anchor))
            {
                CheckSame(file, Copy(Path.Combine(backup, file.Path), staging, file.Path));
            }

            CheckHead(Path.Combine(staging, Database), manifest);
            WriteNew(RestoredNote.PathIn(staging), CanonicalJson.Write(note(manifest)));
            if (manifest.Files.Any(file => file.Path == Anchor) && !File.Exists(anchor))
            {
                Copy(Path.Combine(backup, Anchor), Path.GetDirectoryName(Path.GetFullPath(anchor))!, Path.GetFileName(anchor));
            }

            if (Directory.Exists(records))
            {
                Directory.Delete(records);
            }

            Directory.Move(staging, records);
            return manifest;
        }
        catch
        {
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }

            throw;
        }
    });

    private static void WriteNew(string path, byte[] bytes)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    private static BackupManifest ReadManifest(string backup)
    {
        var path = Path.Combine(backup, Manifest);
        if (!File.Exists(path))
        {
            throw new InputException(backup, $"holds no finished backup (no {Manifest}).");
        }

        try
        {
            var manifest = CanonicalJson.Read<BackupManifest>(File.ReadAllBytes(path));
            return manifest.Format != BackupManifest.CurrentFormat ? throw new InputException(path, $"has format {manifest.Format}; this version of the workbench reads {BackupManifest.CurrentFormat}.")
                : manifest.Files.All(file => IsPlain(file.Path)) ? manifest
                : throw new IntegrityException($"{path} names files outside of the backup.");
        }
        catch (FormatException exception)
        {
            throw new IntegrityException($"{path} cannot be read: {exception.Message}");
        }
    }

    /// <summary>The names that a backup has, and no others: a manifest from elsewhere must not write anywhere else.</summary>
    private static bool IsPlain(string path) => path is Database or Anchor || (path.Split('/') is [Evidence, { Length: > 0 } name] && name == Path.GetFileName(name) && name is not ("." or ".."));

    /// <summary>An anchor that is there already stays; it must be that of the backup, and may go on after it.</summary>
    private static void CheckAnchor(string backup, string anchor, BackupManifest manifest)
    {
        if (manifest.Files.SingleOrDefault(file => file.Path == Anchor) is { } copy)
        {
            CheckSame(copy, Describe(backup, Anchor));
        }

        if (!File.Exists(anchor))
        {
            return;
        }

        var expected = manifest.Files.Any(file => file.Path == Anchor) ? File.ReadAllBytes(Path.Combine(backup, Anchor)) : [];
        if (expected.Length == 0 || !File.ReadAllBytes(anchor).AsSpan().StartsWith(expected))
        {
            throw new InputException(anchor, "is the anchor of other records than those in the backup. Name another file with --anchor, or another folder with --records.");
        }
    }

    /// <summary>What the manifest does not name was put there by somebody else.</summary>
    private static void CheckComplete(string backup, BackupManifest manifest)
    {
        var known = manifest.Files.Select(file => file.Path).Append(Manifest).ToHashSet(StringComparer.Ordinal);
        var other = Directory.EnumerateFiles(backup, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(backup, path).Replace('\\', '/'))
            .Where(path => !known.Contains(path)).Order(StringComparer.Ordinal).FirstOrDefault();
        if (other is not null)
        {
            throw new IntegrityException($"the backup holds {other}, which its manifest does not name. Take it away once it is known where it comes from, then restore again.");
        }
    }

    private static void CheckSame(BackupFile expected, BackupFile found)
    {
        if (expected != found)
        {
            throw new IntegrityException($"{expected.Path} of the backup was altered: {found.Length} bytes with SHA-256 {found.Sha256}, not {expected.Length} with {expected.Sha256}.");
        }
    }

    private static void CheckHead(string database, BackupManifest manifest)
    {
        using var connection = DatabaseSchema.Open(database, readOnly: true);
        DatabaseSchema.CheckVersion(connection, database);
        var end = LedgerEnd.Read(connection);
        if ((end.Sequence, Convert.ToHexStringLower(end.Hash)) != (manifest.Records, manifest.Head))
        {
            throw new IntegrityException($"the backup ends with record {end.Sequence} and head {Convert.ToHexStringLower(end.Hash)}, not with {manifest.Records} and {manifest.Head} as its manifest says.");
        }
    }

    private static void CheckApart(string records, string backup)
    {
        string Full(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Path.DirectorySeparatorChar;
        if (Full(backup).StartsWith(Full(records), StringComparison.Ordinal) || Full(records).StartsWith(Full(backup), StringComparison.Ordinal))
        {
            throw new InputException(backup, $"and the records in {records} lie within one another; a backup belongs elsewhere, best on another disk.");
        }
    }

    private static void CheckEmpty(string folder, string message)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new InputException(folder, message);
        }
    }

    private static void CopyDatabase(string source, string target)
    {
        using var from = DatabaseSchema.Open(source, readOnly: true);
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ToString());
        to.Open();
        from.BackupDatabase(to);

        // One file, in the mode that every version of SQLite reads.
        using var command = to.CreateCommand();
        command.CommandText = "pragma journal_mode = delete";
        command.ExecuteScalar();
    }

    private static BackupFile Copy(string source, string folder, string name)
    {
        DiskPath.CheckRegular(source);
        var target = Path.Combine(folder, name);
        using (FileStream from = new(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), to = new(target, FileMode.CreateNew, FileAccess.Write))
        {
            from.CopyTo(to);
            to.Flush(flushToDisk: true);
        }

        return Describe(folder, name);
    }

    private static BackupFile Describe(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        DiskPath.CheckRegular(path);
        using var stream = File.OpenRead(path);
        return new BackupFile(name, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    private static T Try<T>(string folder, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException || (exception is SqliteException && StorageFault.Explain(exception) is RecordsUnavailableException))
        {
            throw new InputException(folder, $"the copy could not be finished: {exception.Message}");
        }
    }
}
