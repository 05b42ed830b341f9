using System.Text;

namespace ValidationWorkbench.Pdf.Fonts;

/// <summary>Puts tables together to a TrueType file: directory, alignment and checksums.</summary>
internal static class SfntFile
{
    private const uint Magic = 0xB1B0AFBA;
    private const int Adjustment = 8;

    public static byte[] Build(SortedDictionary<string, byte[]> tables)
    {
        BigEndian.Write32(tables["head"], Adjustment, 0);
        byte[] file = new byte[Start(tables.Count) + tables.Values.Sum(table => Aligned(table.Length))];
        WriteHeader(file, tables.Count);
        int offset = Start(tables.Count);
        int entry = 12;
        foreach ((string tag, byte[] table) in tables)
        {
            table.CopyTo(file, offset);
            WriteEntry(file.AsSpan(entry, 16), tag, Checksum(table), offset, table.Length);
            entry += 16;
            offset += Aligned(table.Length);
        }

        int head = BigEndian.Int32(file, 12 + (16 * tables.Keys.ToList().IndexOf("head")) + 8);
        BigEndian.Write32(file, head + Adjustment, unchecked(Magic - Checksum(file)));
        return file;
    }

    public static uint Checksum(ReadOnlySpan<byte> table)
    {
        uint sum = 0;
        for (int i = 0; i < table.Length; i++)
        {
            sum = unchecked(sum + ((uint)table[i] << (24 - (8 * (i % 4)))));
        }

        return sum;
    }

    private static void WriteHeader(Span<byte> file, int count)
    {
        int power = 1;
        int exponent = 0;
        while (power * 2 <= count)
        {
            power *= 2;
            exponent++;
        }

        BigEndian.Write32(file, 0, 0x00010000);
        BigEndian.Write16(file, 4, count);
        BigEndian.Write16(file, 6, power * 16);
        BigEndian.Write16(file, 8, exponent);
        BigEndian.Write16(file, 10, (count - power) * 16);
    }

    private static void WriteEntry(Span<byte> entry, string tag, uint checksum, int offset, int length)
    {
        Encoding.ASCII.GetBytes(tag, entry);
        BigEndian.Write32(entry, 4, checksum);
        BigEndian.Write32(entry, 8, (uint)offset);
        BigEndian.Write32(entry, 12, (uint)length);
    }

    private static int Start(int count) => 12 + (16 * count);

    private static int Aligned(int length) => (length + 3) / 4 * 4;
}
