using System.Text;

namespace ValidationWorkbench.Verification;

/// <summary>
/// A row as it is stored, value by value with its storage class, before anything is made of it: a damaged value is data here and no
/// error. One instance serves for many rows; what it handed out is void after <see cref="Clear"/>.
/// </summary>
/// <param name="columns">Number of columns.</param>
public sealed class StoredRow(int columns)
{
    private readonly (CellKind Kind, long Number, int Start, int Length)[] cells = new (CellKind, long, int, int)[columns];
    private byte[] buffer = new byte[2048];
    private int used;

    /// <summary>Number of columns.</summary>
    public int Columns => cells.Length;

    /// <summary>Makes every value null.</summary>
    public void Clear()
    {
        Array.Clear(cells);
        used = 0;
    }

    /// <summary>Sets a whole number.</summary>
    public void Set(int column, long number) => cells[column] = (CellKind.WholeNumber, number, 0, 0);

    /// <summary>Sets text or bytes, which are copied.</summary>
    public void Set(int column, CellKind kind, ReadOnlySpan<byte> bytes) => bytes.CopyTo(Claim(column, kind, bytes.Length));

    /// <summary>Makes room for text or bytes of this length, which the caller fills in before it claims more.</summary>
    public ArraySegment<byte> Claim(int column, CellKind kind, int length)
    {
        if (used + length > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(2 * buffer.Length, used + length));
        }

        cells[column] = (kind, 0, used, length);
        used += length;
        return new ArraySegment<byte>(buffer, used - length, length);
    }

    /// <summary>Storage class of a value.</summary>
    public CellKind Kind(int column) => cells[column].Kind;

    /// <summary>A whole number; null for any other value.</summary>
    public long? Number(int column) => cells[column].Kind == CellKind.WholeNumber ? cells[column].Number : null;

    /// <summary>Bytes of a text or blob; empty for any other value.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => buffer.AsSpan(cells[column].Start, cells[column].Length);

    /// <summary>True where the value is this whole number and nothing else.</summary>
    public bool Is(int column, long number) => cells[column].Kind == CellKind.WholeNumber && cells[column].Number == number;

    /// <summary>True where the value is of this class and has exactly these bytes.</summary>
    public bool Is(int column, CellKind kind, ReadOnlySpan<byte> bytes) => cells[column].Kind == kind && Bytes(column).SequenceEqual(bytes);

    /// <summary>True where the value is this text to the byte; null stands for no value.</summary>
    public bool Is(int column, string? text) => text is null ? cells[column].Kind == CellKind.Null : Is(column, CellKind.Text, Encoding.UTF8.GetBytes(text));

    /// <summary>The value for a message, at most 80 characters.</summary>
    public string Describe(int column)
    {
        var text = Kind(column) switch
        {
            CellKind.Null => "nothing",
            CellKind.WholeNumber => FormattableString.Invariant($"{cells[column].Number}"),
            CellKind.Text => Printable(Encoding.UTF8.GetString(Bytes(column))),
            CellKind.Blob => Convert.ToHexStringLower(Bytes(column)),
            _ => "a floating-point number",
        };
        return Excerpts.Cut(text, 80);
    }

    private static string Printable(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '.' : letter));
}
