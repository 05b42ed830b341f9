using System.Buffers.Binary;
using System.Text;

namespace ValidationWorkbench.Pdf.Format;

/// <summary>
/// An ICC profile of version 4.2 that describes sRGB (IEC 61966-2-1): primaries adapted to the D50 white of the profile connection space, and the transfer
/// curve as its defining formula.
/// </summary>
internal static class SrgbProfile
{
    private const int HeaderLength = 128;

    /// <summary>Fixed-point numbers with 16 fractional bits.</summary>
    private static readonly int[] White = [0xF6D6, 0x10000, 0xD32D];

    private static readonly int[] Red = [0x6FA2, 0x38F5, 0x0390];
    private static readonly int[] Green = [0x6299, 0xB785, 0x18DA];
    private static readonly int[] Blue = [0x24A0, 0x0F84, 0xB6CF];

    /// <summary>The Bradford transform from D65 to D50.</summary>
    private static readonly int[] Adaptation = [0x10C42, 0x05DE, -0x0CDB, 0x0793, 0xFD90, -0x045E, -0x025D, 0x03DC, 0xC06E];

    /// <summary>Exponent, scale, offset, slope of the linear part and where it ends: 2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045.</summary>
    private static readonly int[] Curve = [0x26666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B];

    public static byte[] Bytes()
    {
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Text("sRGB")),
            ("cprt", Text("No copyright, use freely")),
            ("wtpt", Numbers("XYZ ", White)),
            ("chad", Numbers("sf32", Adaptation)),
            ("rXYZ", Numbers("XYZ ", Red)),
            ("gXYZ", Numbers("XYZ ", Green)),
            ("bXYZ", Numbers("XYZ ", Blue)),
            ("rTRC", Numbers("para", [0x30000, .. Curve])),
            ("gTRC", Numbers("para", [0x30000, .. Curve])),
            ("bTRC", Numbers("para", [0x30000, .. Curve])),
        ];
        int offset = HeaderLength + 4 + (12 * tags.Length);
        List<byte> table = [.. Number(tags.Length)];
        foreach ((string tag, byte[] data) in tags)
        {
            table.AddRange([.. Encoding.ASCII.GetBytes(tag), .. Number(offset), .. Number(data.Length)]);
            offset += data.Length;
        }

        return [.. Header(offset), .. table, .. tags.SelectMany(tag => tag.Data)];
    }

    private static byte[] Header(int length)
    {
        byte[] header = new byte[HeaderLength];
        Number(length).CopyTo(header, 0);
        Number(0x04200000).CopyTo(header, 8);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ").CopyTo(header, 12);
        byte[] created = [0x07, 0xE8, 0, 1, 0, 1];
        created.CopyTo(header, 24);
        Encoding.ASCII.GetBytes("acsp").CopyTo(header, 36);
        White.SelectMany(Number).ToArray().CopyTo(header, 68);
        return header;
    }

    private static byte[] Numbers(string type, int[] values) => [.. Encoding.ASCII.GetBytes(type), .. Number(0), .. values.SelectMany(Number)];

    /// <summary>A multi-localised text with one record, in English, padded to a multiple of four bytes.</summary>
    private static byte[] Text(string text)
    {
        byte[] characters = Encoding.BigEndianUnicode.GetBytes(text);
        byte[] padding = new byte[(4 - (characters.Length % 4)) % 4];
        return [.. Numbers("mluc", [1, 12]), .. "enUS"u8, .. Number(characters.Length), .. Number(28), .. characters, .. padding];
    }

    private static byte[] Number(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
