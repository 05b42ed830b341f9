using System.Security.Cryptography;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>Bytes that are only ever added to, kept in pieces that stay where they are: nothing is copied as a file grows.</summary>
internal sealed class ByteChunks
{
    // Larger pieces would lie on the heap of large objects, which makes the collector look at everything again and again.
    private const int Size = 1 << 16;

    private readonly List<byte[]> _full = [];
    private byte[] _last = new byte[Size];
    private int _used;

    public long Length { get; private set; }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        while (!bytes.IsEmpty)
        {
            if (_used == _last.Length)
            {
                _full.Add(_last);
                _last = new byte[Size];
                _used = 0;
            }

            int count = Math.Min(bytes.Length, _last.Length - _used);
            bytes[..count].CopyTo(_last.AsSpan(_used));
            _used += count;
            bytes = bytes[count..];
        }
    }

    public byte[] Sha256()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _full.ForEach(hash.AppendData);
        hash.AppendData(_last.AsSpan(0, _used));
        return hash.GetHashAndReset();
    }

    public byte[] ToArray()
    {
        byte[] all = new byte[Length];
        int at = 0;
        foreach (byte[] chunk in _full)
        {
            chunk.CopyTo(all, at);
            at += chunk.Length;
        }

        _last.AsSpan(0, _used).CopyTo(all.AsSpan(at));
        return all;
    }
}
