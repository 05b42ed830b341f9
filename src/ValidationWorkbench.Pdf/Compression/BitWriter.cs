namespace ValidationWorkbench.Pdf.Compression;

/// <summary>Packs bits into bytes, least significant bit first, as RFC 1951 asks.</summary>
internal sealed class BitWriter
{
    private byte[] _bytes = new byte[8192];
    private int _length;
    private ulong _pending;
    private int _count;

    /// <summary>Fills the last byte up with zeros and gives all of them; valid until something more is written.</summary>
    public ReadOnlySpan<byte> Finish()
    {
        if (_count > 0)
        {
            Write(0, 8 - _count);
        }

        return _bytes.AsSpan(0, _length);
    }

    public void Clear() => (_length, _pending, _count) = (0, 0, 0);

    public void Write(int bits, int count)
    {
        _pending |= (ulong)(uint)bits << _count;
        _count += count;
        if (_length + sizeof(ulong) > _bytes.Length)
        {
            Array.Resize(ref _bytes, 2 * _bytes.Length);
        }

        while (_count >= 8)
        {
            _bytes[_length++] = (byte)_pending;
            _pending >>= 8;
            _count -= 8;
        }
    }
}
