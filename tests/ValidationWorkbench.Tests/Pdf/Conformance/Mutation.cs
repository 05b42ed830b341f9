using System.Text;
using System.Text.RegularExpressions;
using ValidationWorkbench.Pdf;
using ValidationWorkbench.Tests.Pdf.Objects;

namespace ValidationWorkbench.Tests.Pdf.Conformance;

/// <summary>A file that meets every requirement, and ways to spoil it.</summary>
internal static class Mutation
{
    private static readonly byte[] Good = PdfWriter.Write(ConformanceSamples.Everything);

    /// <summary>The same objects in the plain form that the mutated files have too.</summary>
    public static byte[] None => PdfRewriter.Write(new PdfObjects(Good));

    /// <summary>Changes the objects of the file.</summary>
    public static Func<byte[]> Of(Action<PdfObjects> change) => () =>
    {
        PdfObjects objects = new(Good);
        change(objects);
        return PdfRewriter.Write(objects);
    };

    /// <summary>Changes the file as text, one character for each byte; what comes before its end must keep its length.</summary>
    public static Func<byte[]> OfText(Func<string, string> change) => () => Changed(None, change);

    /// <summary>Changes the content of the page with most of it.</summary>
    public static Func<byte[]> OfContent(Func<string, string> change) => Of(objects =>
    {
        PdfStream content = objects.Pages.SelectMany(page => objects.Contents(page.Page)).MaxBy(stream => stream.Data.Length)!;
        content.Data = Changed(content.Data, change);
    });

    /// <summary>Changes the content of all pages.</summary>
    public static Func<byte[]> OfContents(Func<string, string> change) => Of(objects =>
    {
        foreach (PdfStream content in objects.Pages.SelectMany(page => objects.Contents(page.Page)).Distinct())
        {
            content.Data = Changed(content.Data, change);
        }
    });

    /// <summary>Draws something more on that page.</summary>
    public static Func<byte[]> OfDrawing(string operators) => OfContent(content => $"{content}{operators}\n");

    public static Func<byte[]> OfPacket(string pattern, string replacement) => Of(objects =>
    {
        PdfStream packet = (PdfStream)objects.Resolve(objects.Catalogue["Metadata"])!;
        packet.Data = Encoding.UTF8.GetBytes(Regex.Replace(Encoding.UTF8.GetString(packet.Data), pattern, replacement, RegexOptions.Singleline));
    });

    /// <summary>Changes the first structure element of a type, or the first one within another.</summary>
    public static Func<byte[]> OfElement(string type, Action<PdfObjects, PdfDictionary> change, string? within = null) =>
        Of(objects => change(objects, objects.All.Values
        .OfType<PdfDictionary>()
        .First(e => e.Name("S") == type && e.ContainsKey("P") && (within is null || objects.Dictionary(e["P"])!.Name("S") == within))));

    /// <summary>Makes the first structure element of a type one of another type.</summary>
    public static Func<byte[]> OfType(string type, string other, string? within = null) =>
        OfElement(type, (_, element) => element["S"] = new PdfName(other), within);

    /// <summary>Changes the first paragraph of a section into something that does not belong there.</summary>
    public static Func<byte[]> OfParagraph(string type) => OfType("P", type, "Sect");

    /// <summary>Changes the first dictionary that has a key with this name as its value.</summary>
    public static Func<byte[]> OfFirst(string key, string name, Action<PdfObjects, PdfDictionary> change) =>
        Of(objects => change(objects, objects.All.Values.OfType<PdfDictionary>().First(entries => entries.Name(key) == name)));

    public static Func<byte[]> OfLink(Action<PdfDictionary> change) => OfFirst("Subtype", "Link", (_, link) => change(link));

    public static Func<byte[]> OfFont(Action<PdfObjects, PdfDictionary> change) => OfFirst("Subtype", "Type0", change);

    /// <summary>Changes the map from codes to characters of a font, as text.</summary>
    public static Func<byte[]> OfMap(Func<string, string> change) => OfFont((objects, font) => ChangeMap(objects, font, change));

    public static void ChangeMap(PdfObjects objects, PdfDictionary font, Func<string, string> change)
    {
        PdfStream map = (PdfStream)objects.Resolve(font["ToUnicode"])!;
        map.Data = Changed(map.Data, change);
    }

    /// <summary>Adds an object and gives a reference to it.</summary>
    public static PdfReference Add(PdfObjects objects, object value)
    {
        int number = objects.All.Keys.Max() + 1;
        objects.All[number] = value;
        return new PdfReference(number);
    }

    public static PdfDictionary Entries(params (string Key, object? Value)[] entries)
    {
        PdfDictionary dictionary = [];
        foreach ((string key, object? value) in entries)
        {
            dictionary[key] = value;
        }

        return dictionary;
    }

    private static byte[] Changed(byte[] bytes, Func<string, string> change) => Encoding.Latin1.GetBytes(change(Encoding.Latin1.GetString(bytes)));
}
