using System.Globalization;
using System.Text;

namespace ValidationWorkbench.Tests.Pdf.Objects;

/// <summary>Reads objects from bytes by the syntax of ISO 32000-1, 7.2 and 7.3. Shares nothing with the writer.</summary>
internal sealed class PdfParser(byte[] bytes, int position = 0)
{
    private const string White = "\0\t\n\f\r ";
    private const string Delimiters = "()<>[]{}/%";

    public int Position { get; set; } = position;

    public bool AtEnd
    {
        get
        {
            SkipSpace();
            return Position >= bytes.Length;
        }
    }

    private char Current => Position < bytes.Length ? (char)bytes[Position] : '\0';

    private char Next => Position + 1 < bytes.Length ? (char)bytes[Position + 1] : '\0';

    /// <summary>The next object: null, bool, long, double, or one of the types of this folder; arrays are lists.</summary>
    public object? Value()
    {
        SkipSpace();
        return (Current, Next) switch
        {
            ('/', _) => Name(),
            ('(', _) => Literal(),
            ('<', '<') => Dictionary(),
            ('<', _) => Hexadecimal(),
            ('[', _) => Array(),
            _ => WordOrReference(),
        };
    }

    public string Word()
    {
        SkipSpace();
        int start = Position;
        while (Position < bytes.Length && !White.Contains(Current) && !Delimiters.Contains(Current))
        {
            Position++;
        }

        return Position > start ? Encoding.Latin1.GetString(bytes, start, Position - start) : throw new FormatException($"Byte {Position} begins no word.");
    }

    private void SkipSpace()
    {
        while (Position < bytes.Length && (White.Contains(Current) || Current == '%'))
        {
            bool comment = Current == '%';
            Position++;
            while (comment && Position < bytes.Length && Current is not ('\r' or '\n'))
            {
                Position++;
            }
        }
    }

    private object? WordOrReference()
    {
        string word = Word();
        if (!long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
        {
            return word switch
            {
                "null" => null,
                "true" => true,
                "false" => false,
                _ => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double real) ? real : new PdfKeyword(word),
            };
        }

        int after = Position;
        if (char.IsAsciiDigit(word[0]) && !AtEnd && Current == '0' && Word() == "0" && !AtEnd && Current == 'R' && Word() == "R")
        {
            return new PdfReference((int)number);
        }

        Position = after;
        return number;
    }

    private PdfName Name()
    {
        Position++;
        string written = White.Contains(Current) || Delimiters.Contains(Current) ? "" : Word();
        StringBuilder name = new();
        for (int i = 0; i < written.Length; i++)
        {
            bool escaped = written[i] == '#' && i + 2 < written.Length;
            name.Append(escaped ? (char)Convert.ToByte(written.Substring(i + 1, 2), 16) : written[i]);
            i += escaped ? 2 : 0;
        }

        return new PdfName(name.ToString());
    }

    private PdfString Literal()
    {
        List<byte> content = [];
        int depth = 1;
        for (Position++; depth > 0; Position++)
        {
            byte current = Position < bytes.Length ? bytes[Position] : throw new FormatException("A string has no end.");
            if (current == '\\')
            {
                content.Add(bytes[++Position]);
                continue;
            }

            depth += current == '(' ? 1 : current == ')' ? -1 : 0;
            if (depth > 0)
            {
                content.Add(current);
            }
        }

        return new PdfString([.. content]);
    }

    private PdfString Hexadecimal()
    {
        int end = System.Array.IndexOf(bytes, (byte)'>', Position);
        string written = string.Concat(Encoding.Latin1.GetString(bytes, Position + 1, end - Position - 1).Where(c => !White.Contains(c)));
        Position = end + 1;
        string digits = string.Concat(written.Where(char.IsAsciiHexDigit));
        return new PdfString(Convert.FromHexString(digits.Length % 2 == 0 ? digits : digits + "0"), written);
    }

    private List<object?> Array()
    {
        List<object?> items = [];
        for (Position++; Until(']'); items.Add(Value()))
        {
        }

        Position++;
        return items;
    }

    private PdfDictionary Dictionary()
    {
        PdfDictionary entries = [];
        for (Position += 2; Until('>');)
        {
            string key = Value() is PdfName name ? name.Value : throw new FormatException($"The entry of a dictionary before byte {Position} has no name.");
            entries[key] = Value();
        }

        Position += 2;
        return entries;
    }

    private bool Until(char end) => AtEnd ? throw new FormatException("An object has no end.") : Current != end;
}
