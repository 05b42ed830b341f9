using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ValidationWorkbench.Pdf.Layout;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>Plain text as bytes in one growing piece of memory that is used again and again: pages have far too many operators for a string each.</summary>
internal sealed class ByteText
{
    private byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    public ByteText Clear()
    {
        Length = 0;
        return this;
    }

    /// <summary>Adds plain characters.</summary>
    public void Add(string text) => Length += Encoding.ASCII.GetBytes(text, Room(text.Length));

    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Adds what a format string says, number by number, the same on every machine.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The handler that the compiler makes for the argument adds to this text.")]
    public void Add([InterpolatedStringHandlerArgument("")] Handler text) => _ = text;

    public void Add(int number)
    {
        number.TryFormat(Room(11), out int written, provider: CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Adds a number from 0 to 65535 as four hexadecimal digits.</summary>
    public void AddHexadecimal(int number)
    {
        Span<byte> room = Room(4);
        for (int i = 0; i < 4; i++)
        {
            room[i] = "0123456789ABCDEF"u8[(number >> (12 - (4 * i))) & 15];
        }

        Length += 4;
    }

    private void Add(Length length)
    {
        int hundredths = (Math.Abs(length.Thousandths) + 5) / 10;
        if (length.Thousandths < 0 && hundredths > 0)
        {
            Add("-"u8);
        }

        Add(hundredths / 100);
        (int tenths, int rest) = (hundredths / 10 % 10, hundredths % 10);
        if (tenths + rest > 0)
        {
            Add(rest > 0 ? [(byte)'.', (byte)('0' + tenths), (byte)('0' + rest)] : [(byte)'.', (byte)('0' + tenths)]);
        }
    }

    private Span<byte> Room(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, Length + count));
        }

        return _bytes.AsSpan(Length);
    }

    /// <summary>Writes the parts of a format string where they belong.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Handler
    {
        private readonly ByteText _target;

        [SuppressMessage("Style", "IDE0060", Justification = "The compiler asks for these parameters.")]
        public Handler(int literalLength, int formattedCount, ByteText target) => _target = target;

        public void AppendLiteral(string text) => _target.Add(text);

        public void AppendFormatted(string text) => _target.Add(text);

        public void AppendFormatted(int number) => _target.Add(number);

        public void AppendFormatted(Length length) => _target.Add(length);

        public void AppendFormatted(ByteText text) => _target.Add(text.Bytes);

        public void AppendFormatted(Ink ink)
        {
            _target.Add(new Length(ink.Red));
            _target.Add(" "u8);
            _target.Add(new Length(ink.Green));
            _target.Add(" "u8);
            _target.Add(new Length(ink.Blue));
        }
    }
}
