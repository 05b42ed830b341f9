namespace ValidationWorkbench.Pdf.Compression;

/// <summary>Packs bits into bytes, least significant bit first, as RFC 1951 asks.</summary>
internal sealed class BitWriter
{
    private readonly List<byte> _bytes = [];
    private ulong _pending;
    private int _count;

    public void Write(int bits, int count)
    {
        _pending |= (ulong)(uint)bits << _count;
        _count += count;
        while (_count >= 8)
        {
            _bytes.Add((byte)_pending);
            _pending >>= 8;
            _count -= 8;
        }
    }

    public byte[] ToArray()
    {
        if (_count > 0)
        {
            Write(0, 8 - _count);
        }

        return [.. _bytes];
    }
}
