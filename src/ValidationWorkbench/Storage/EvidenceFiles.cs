using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ValidationWorkbench.Storage;

/// <summary>
/// Raw evidence, byte for byte, in files that only grow: <c>evidence/000001.evidence</c> and so on. Each piece is one header line
/// "sha256 HASH length N", its bytes and a line feed, so that the files can be read without this program. Safe for concurrent use.
/// </summary>
internal sealed class EvidenceFiles : IDisposable
{
    private const long LargestSegment = 256L * 1024 * 1024;

    private readonly string folder;
    private readonly long largestSegment;
    private readonly Lock gate = new();
    private readonly Lock flushing = new();

    // Hashes as numbers: a long run keeps a hundred thousand of them, and as texts they take three times the memory.
    private readonly ConcurrentDictionary<(UInt128, UInt128), (int Segment, long Offset)> written = new();
    private readonly ConcurrentDictionary<int, SafeFileHandle> readers = new();
    private readonly List<SafeFileHandle> full = [];
    private SafeFileHandle? current;
    private long position;
    private int segment;
    private bool isFlushed = true;
    private Exception? failed;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="folder">Folder of the files.</param>
    /// <param name="largestSegment">Bytes after which a further file is begun.</param>
    public EvidenceFiles(string folder, long largestSegment = LargestSegment) => (this.folder, this.largestSegment) = (folder, largestSegment);

    /// <summary>Hands the bytes to the operating system and says where they lie. They are durable after <see cref="Flush"/>.</summary>
    /// <exception cref="RecordsUnavailableException">They cannot be written.</exception>
    public EvidenceEntry Append(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        var sha256 = Convert.ToHexStringLower(hash);
        var key = (BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[(SHA256.HashSizeInBytes / 2)..]));
        if (!written.TryGetValue(key, out var place))
        {
            lock (gate)
            {
                if (!written.TryGetValue(key, out place))
                {
                    place = written[key] = TryWrite(sha256, bytes);
                }
            }
        }

        return new EvidenceEntry { Sha256 = sha256, Segment = place.Segment, Offset = place.Offset, Length = bytes.Length };
    }

    /// <summary>Waits until all that was appended is on the disk. What is appended meanwhile does not wait for it.</summary>
    /// <exception cref="RecordsUnavailableException">
    /// It is not, now or earlier: after a failure the system may have dropped the bytes, and a second try would succeed without them.
    /// </exception>
    public void Flush()
    {
        lock (flushing)
        {
            if (failed is not null)
            {
                throw new RecordsUnavailableException("evidence could not be written to the disk; nothing more is accepted by this process.", failed);
            }

            var (ended, open) = TakeUnflushed();
            try
            {
                foreach (var handle in ended)
                {
                    using (handle)
                    {
                        RandomAccess.FlushToDisk(handle);
                    }
                }

                if (open is not null)
                {
                    RandomAccess.FlushToDisk(open);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                failed = exception;
                throw new RecordsUnavailableException($"evidence cannot be written to the disk: {exception.Message}", exception);
            }
        }
    }

    /// <summary>Reads a piece and checks it against its name.</summary>
    /// <exception cref="IntegrityException">It is missing or was altered.</exception>
    public byte[] Read(EvidenceEntry entry)
    {
        if (entry is not { Length: >= 0 and <= LargestSegment, Offset: >= 0 })
        {
            throw new IntegrityException($"evidence {entry.Sha256}: the place on record, offset {entry.Offset} and length {entry.Length}, is none.");
        }

        var bytes = new byte[entry.Length];
        int read;
        try
        {
            var handle = readers.GetOrAdd(entry.Segment, number =>
            {
                DiskPath.CheckRegular(PathOf(number));
                return File.OpenHandle(PathOf(number), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            });
            read = RandomAccess.Read(handle, bytes, entry.Offset);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IntegrityException($"evidence {entry.Sha256} cannot be read: {exception.Message}");
        }

        var found = Sha256Hex.Of(bytes);
        return read == bytes.Length && found == entry.Sha256 ? bytes
            : throw new IntegrityException($"evidence {entry.Sha256} in {PathOf(entry.Segment)} was altered: its bytes have SHA-256 {found}.");
    }

    public void Dispose()
    {
        current?.Dispose();
        foreach (var handle in full.Concat(readers.Values))
        {
            handle.Dispose();
        }
    }

    /// <summary>Files with bytes that may not be on the disk: those that are full, which are written no more, and the current one.</summary>
    private (List<SafeFileHandle> Ended, SafeFileHandle? Open) TakeUnflushed()
    {
        lock (gate)
        {
            var taken = (full.ToList(), isFlushed ? null : current);
            full.Clear();
            isFlushed = true;
            return taken;
        }
    }

    private (int Segment, long Offset) TryWrite(string sha256, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Write(sha256, bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // The last is how .NET says that a file must not grow any further (EFBIG).
            throw new RecordsUnavailableException($"evidence cannot be written: {exception.Message}", exception);
        }
    }

    private (int Segment, long Offset) Write(string sha256, ReadOnlySpan<byte> bytes)
    {
        if (current is null || position > largestSegment)
        {
            OpenNextSegment();
        }

        isFlushed = false;

        // One write for each piece: three would cost three calls of the system.
        var header = string.Create(CultureInfo.InvariantCulture, $"sha256 {sha256} length {bytes.Length}\n");
        var offset = position + header.Length;
        var length = header.Length + bytes.Length + 1;
        var piece = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Encoding.ASCII.GetBytes(header, piece);
            bytes.CopyTo(piece.AsSpan(header.Length));
            piece[length - 1] = (byte)'\n';
            RandomAccess.Write(current!, piece.AsSpan(0, length), position);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        position += length;
        return (segment, offset);
    }

    /// <summary>Every process begins a file of its own, so that a torn end left by a crash is never written over.</summary>
    private void OpenNextSegment()
    {
        if (current is not null)
        {
            full.Add(current);
            current = null;
        }

        Directory.CreateDirectory(folder);
        PosixFile.FlushName(folder);
        segment = Math.Max(segment, Directory.EnumerateFiles(folder, "*.evidence")
            .Select(file => int.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .DefaultIfEmpty(0).Max()) + 1;
        var made = File.OpenHandle(PathOf(segment), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        PosixFile.FlushName(PathOf(segment));
        (current, position) = (made, 0);
    }

    private string PathOf(int number) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number:D6}.evidence"));
}
