using System.Globalization;
using System.Text;

namespace ValidationWorkbench.Tests.Pdf.Objects;

/// <summary>Writes objects that a test has changed as a file again: the plain form, with a cross-reference table and without object streams.</summary>
internal static class PdfRewriter
{
    public static byte[] Write(PdfObjects objects)
    {
        using MemoryStream file = new();
        file.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, .. "\n"u8]);
        int size = objects.All.Keys.Max() + 1;
        long[] offsets = new long[size];
        foreach ((int number, object? value) in objects.All)
        {
            offsets[number] = file.Position;
            Write(file, FormattableString.Invariant($"{number} 0 obj\n"));
            WriteObject(file, value);
            Write(file, "\nendobj\n");
        }

        long table = file.Position;
        Write(file, FormattableString.Invariant($"xref\n0 {size}\n"));
        foreach (long offset in offsets)
        {
            Write(file, offset == 0 ? "0000000000 65535 f \n" : FormattableString.Invariant($"{offset:0000000000} 00000 n \n"));
        }

        string[] ofStream = ["Type", "W", "Index", "Filter", "Length", "Size"];
        IEnumerable<string> entries = objects.Trailer.Where(entry => !ofStream.Contains(entry.Key)).Select(entry => $"/{entry.Key} {Text(entry.Value)}");
        Write(file, FormattableString.Invariant($"trailer\n<< /Size {size} {string.Join(' ', entries)} >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    public static string Text(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        PdfName name => $"/{string.Concat(name.Value.Select(c => c is > ' ' and <= '~' && !"#()<>[]{}/%".Contains(c) ? c.ToString() : $"#{(int)c:X2}"))}",
        PdfReference reference => FormattableString.Invariant($"{reference.Number} 0 R"),
        PdfString { Hexadecimal: { } written } => $"<{written}>",
        PdfString text when text.Bytes.All(b => b is >= (byte)' ' and <= (byte)'~' and not ((byte)'(' or (byte)')' or (byte)'\\')) => $"({text.Text})",
        PdfString text => $"<{Convert.ToHexString(text.Bytes)}>",
        List<object?> items => $"[{string.Join(' ', items.Select(Text))}]",
        PdfDictionary entries => $"<< {string.Join(' ', entries.Select(entry => $"{Text(new PdfName(entry.Key))} {Text(entry.Value)}"))} >>",
        PdfKeyword keyword => keyword.Value,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static void WriteObject(MemoryStream file, object? value)
    {
        if (value is not PdfStream stream)
        {
            Write(file, Text(value));
            return;
        }

        stream["Length"] = (long)stream.Raw.Length;
        Write(file, $"{Text(stream)}\nstream\n");
        file.Write(stream.Raw);
        Write(file, "\nendstream");
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
