namespace ValidationWorkbench.Texts;

/// <summary>Combining classes, decompositions and compositions of characters; Hangul syllables are computed.</summary>
internal sealed class CompatibilityTable
{
    private const string TableFile = "ValidationWorkbench.Texts.compatibility-forms.txt";

    // Unicode Standard, section 3.12: a syllable is one of 19 leading consonants, one of 21 vowels, and one of 27 trailing consonants or none.
    private const int Leading = 0x1100, Vowel = 0x1161, Trailing = 0x11A7, Syllable = 0xAC00, Vowels = 21, Trailings = 28, Syllables = 19 * Vowels * Trailings;

    private static readonly Lazy<CompatibilityTable> Loaded = new(() => new CompatibilityTable());

    private readonly Dictionary<int, byte> classes = [];
    private readonly Dictionary<int, int[]> decompositions = [];
    private readonly Dictionary<long, int> compositions = [];

    private CompatibilityTable()
    {
        using var stream = typeof(CompatibilityTable).Assembly.GetManifestResourceStream(TableFile)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        ReadOnlySpan<byte> rest = bytes;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            if (rest[0] != '#')
            {
                Read(rest[..end]);
            }

            rest = rest[(end + 1)..];
        }
    }

    /// <summary>The table, read when it is first asked for.</summary>
    public static CompatibilityTable Shared => Loaded.Value;

    /// <summary>Canonical combining class; 0 for characters that are no marks.</summary>
    public byte ClassOf(int code) => classes.GetValueOrDefault(code);

    /// <summary>Adds what a character is made of, down to characters that are made of nothing else.</summary>
    public void Decompose(int code, List<int> target)
    {
        if (decompositions.TryGetValue(code, out var parts))
        {
            foreach (var part in parts)
            {
                Decompose(part, target);
            }
        }
        else if (code - Syllable is >= 0 and < Syllables and var index)
        {
            target.Add(Leading + (index / (Vowels * Trailings)));
            target.Add(Vowel + (index / Trailings % Vowels));
            if (index % Trailings != 0)
            {
                target.Add(Trailing + (index % Trailings));
            }
        }
        else
        {
            target.Add(code);
        }
    }

    /// <summary>The one character that two make together, or null.</summary>
    public int? Compose(int first, int second)
    {
        if (first - Leading is >= 0 and < 19 and var leading && second - Vowel is >= 0 and < Vowels and var vowel)
        {
            return Syllable + (((leading * Vowels) + vowel) * Trailings);
        }

        if (first - Syllable is >= 0 and < Syllables and var index && index % Trailings == 0 && second - Trailing is > 0 and < Trailings and var trailing)
        {
            return first + trailing;
        }

        return compositions.TryGetValue(Pair(first, second), out var composite) ? composite : null;
    }

    /// <summary>One line of the file, whose header describes the form.</summary>
    private void Read(ReadOnlySpan<byte> line)
    {
        var kind = (char)line[0];
        var rest = line[1..];
        int first = Next(ref rest, 16), more = rest[0] == '+' ? Next(ref rest, 16) : 0;
        if (kind == 'C')
        {
            var combiningClass = (byte)Next(ref rest, 10);
            for (var i = 0; i <= more; i++)
            {
                classes.Add(first + i, combiningClass);
            }

            return;
        }

        var parts = new int[rest.Count((byte)' ')];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Next(ref rest, 16);
        }

        for (var i = 0; i <= more; i++)
        {
            decompositions.Add(first + i, more > 0 ? [parts[0] + i] : parts);
        }

        if (kind == '=')
        {
            compositions.Add(Pair(parts[0], parts[1]), first);
        }
    }

    /// <summary>The number after a separator of one byte; what follows it remains.</summary>
    private static int Next(ref ReadOnlySpan<byte> rest, int radix)
    {
        var number = 0;
        var length = 1;
        for (; length < rest.Length && rest[length] is not ((byte)' ' or (byte)'+'); length++)
        {
            number = (number * radix) + (rest[length] <= '9' ? rest[length] - '0' : rest[length] - 'A' + 10);
        }

        rest = rest[length..];
        return number;
    }

    private static long Pair(int first, int second) => ((long)first << 32) | (uint)second;
}
