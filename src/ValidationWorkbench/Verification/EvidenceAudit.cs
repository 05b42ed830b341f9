using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ValidationWorkbench.Verification;

/// <summary>Re-hashes every piece of evidence from its file, header line and end included, and names what belongs to no piece.</summary>
internal sealed class EvidenceAudit(string folder, FaultLog faults)
{
    private const int RowsAtOnce = 5000;
    private const int BufferLength = 1 << 18;
    private const int LongestHeader = 128;
    private readonly Dictionary<long, (FileStream? Stream, long Used)> files = [];

    /// <summary>Pieces re-hashed.</summary>
    public long Pieces { get; private set; }

    /// <summary>Bytes re-hashed.</summary>
    public long Bytes { get; private set; }

    public void Run(RecordsDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            var row = new StoredRow(5);
            using var query = database.Prepare(FormattableString.Invariant($"select rowid, Sha256, Segment, Offset, Length from Evidence not indexed where rowid > ?1 order by rowid limit {RowsAtOnce}"));
            long last = long.MinValue;
            for (var read = RowsAtOnce; read == RowsAtOnce;)
            {
                read = 0;
                query.Bind(last);
                for (; query.Read(row); read++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    last = Math.Max(last, row.Number(0) ?? last);
                    Check(row);
                }
            }

            using var place = database.Prepare("select Segment, Offset from Evidence where Sha256 = ?1");
            FindOthers(place);
        }
        finally
        {
            foreach (var (stream, _) in files.Values)
            {
                stream?.Dispose();
            }
        }
    }

    /// <summary>A piece by its hash; null where it is not there as it was.</summary>
    public static byte[]? Read(RecordsDatabase database, string folder, string sha256)
    {
        var row = new StoredRow(3);
        using var query = database.Prepare("select Segment, Offset, Length from Evidence where Sha256 = ?1");
        if (!query.ReadOne(row, sha256) || row.Number(0) is not { } segment || row.Number(1) is not (>= 0 and var offset) || row.Number(2) is not (>= 0 and <= int.MaxValue and var length))
        {
            return null;
        }

        try
        {
            var path = Path.Combine(folder, NameOf(segment));
            DiskPath.CheckRegular(path);
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[Math.Min(length, Math.Max(0, RandomAccess.GetLength(file) - offset))];
            return RandomAccess.Read(file, bytes, offset) == length && Sha256Hex.Of(bytes) == sha256 ? bytes : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Check(StoredRow row)
    {
        Pieces++;
        var sha256 = row.Describe(1);
        if (row.Number(2) is not { } segment || row.Number(3) is not { } offset || row.Number(4) is not { } length || offset < 0 || length < 0)
        {
            faults.Add(FaultClass.Evidence, null, $"evidence {sha256}: file {row.Describe(2)}, offset {row.Describe(3)}, length {row.Describe(4)} is no place");
            return;
        }

        var header = HeaderOf(sha256, length);
        try
        {
            var stream = Open(segment);
            var trouble = stream is null ? $"its file {NameOf(segment)} is missing" : Trouble(stream, header, offset, length, sha256);
            if (trouble is null)
            {
                Bytes += length;
                files[segment] = (stream, files[segment].Used + header.Length + length + 1);
            }
            else
            {
                faults.Add(FaultClass.Evidence, null, $"evidence {sha256} in {NameOf(segment)}: {trouble}");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            faults.Add(FaultClass.Evidence, null, $"evidence {sha256} in {NameOf(segment)} cannot be read: {exception.Message}");
        }
    }

    private static string? Trouble(FileStream stream, byte[] header, long offset, long length, string sha256)
    {
        if (offset < header.Length || offset > stream.Length || length > stream.Length - offset)
        {
            return "the file is too short for it";
        }

        stream.Position = offset - header.Length;
        var found = new byte[header.Length];
        stream.ReadExactly(found);
        if (!found.AsSpan().SequenceEqual(header))
        {
            return "the line before it does not name it";
        }

        var hash = Hash(stream, length);
        return hash != sha256 ? $"its bytes were altered, they have SHA-256 {hash}" : stream.ReadByte() != '\n' ? "no line feed ends it" : null;
    }

    private static string Hash(FileStream stream, long length)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            for (var left = length; left > 0;)
            {
                var part = buffer.AsSpan(0, (int)Math.Min(left, BufferLength));
                stream.ReadExactly(part);
                hash.AppendData(part);
                left -= part.Length;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private FileStream? Open(long segment)
    {
        if (!files.TryGetValue(segment, out var file))
        {
            var path = Path.Combine(folder, NameOf(segment));
            DiskPath.CheckRegular(path);
            file = (File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 14) : null, 0);
            files[segment] = file;
        }

        return file.Stream;
    }

    /// <summary>A command that was cut off or refused leaves pieces that no record names; that is no fault, but it is said.</summary>
    private void FindOthers(SqlQuery place)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var path in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            var segment = long.TryParse(Path.GetFileNameWithoutExtension(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && name == NameOf(number) ? number : -1;
            if (segment < 0 || DiskPath.IsSpecial(path) || Open(segment) is not { } stream)
            {
                faults.Remark($"evidence/{name}: no piece on record lies in it.");
            }
            else if (stream.Length - files[segment].Used is var left and > 0 && left - CountStoredAgain(stream, segment, place) is var others and > 0)
            {
                faults.Remark(FormattableString.Invariant($"evidence/{name}: {others} bytes belong to no piece on record; a command that was cut off or refused leaves such, and damage may."));
            }
        }
    }

    /// <summary>Bytes of pieces that lie in a file of an earlier process as well: each process stores once more what it is handed, and the records keep the first place.</summary>
    private static long CountStoredAgain(FileStream stream, long segment, SqlQuery place)
    {
        var (again, row) = (0L, new StoredRow(2));
        for (long at = 0; ReadHeader(stream, at) is var (sha256, length, start) && length < stream.Length - start; at = start + length + 1)
        {
            if (place.ReadOne(row, sha256) && (row.Number(0), row.Number(1)) != (segment, start) && Hash(stream, length) == sha256 && stream.ReadByte() == '\n')
            {
                again += start + length + 1 - at;
            }
        }

        return again;
    }

    /// <summary>The header line at a place, and where the bytes behind it begin, to which the stream is set; null where none stands there.</summary>
    private static (string Sha256, long Length, long Start)? ReadHeader(FileStream stream, long at)
    {
        stream.Position = at;
        var buffer = new byte[LongestHeader];
        var line = buffer.AsSpan(0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        var end = line.IndexOf((byte)'\n');
        stream.Position = at + end + 1;
        return end >= 0 && Encoding.ASCII.GetString(line[..end]).Split(' ') is ["sha256", var sha256, "length", var text]
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && line[..(end + 1)].SequenceEqual(HeaderOf(sha256, length))
            ? (sha256, length, at + end + 1) : null;
    }

    private static byte[] HeaderOf(string sha256, long length) => Encoding.ASCII.GetBytes(FormattableString.Invariant($"sha256 {sha256} length {length}\n"));

    private static string NameOf(long segment) => string.Create(CultureInfo.InvariantCulture, $"{segment:D6}.evidence");
}
