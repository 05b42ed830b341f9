using System.Text;
using System.Xml.Linq;
using ValidationWorkbench.Tests.Pdf.Objects;

namespace ValidationWorkbench.Tests.Pdf.Conformance;

/// <summary>A file as the requirements look at it.</summary>
internal sealed class ConformanceFile
{
    private readonly Dictionary<int, List<Operation>> _operations = [];
    private readonly Dictionary<int, StructureElement> _elements = [];
    private readonly Dictionary<PdfDictionary, FontUse> _fonts = [];

    public ConformanceFile(byte[] bytes)
    {
        Objects = new PdfObjects(bytes);
        Text = Encoding.Latin1.GetString(bytes);
        foreach ((int number, PdfDictionary page) in Objects.Pages)
        {
            _operations[number] = [.. ContentStream.Operations([.. Objects.Contents(page).SelectMany(content => content.Data.Append((byte)'\n'))])];
            GatherCodes(number, page);
        }

        if (StructureRoot is { } root)
        {
            foreach (object? kid in Kids(root))
            {
                Gather(kid, null, null);
            }
        }
    }

    public PdfObjects Objects { get; }

    /// <summary>The file, one character for each byte.</summary>
    public string Text { get; }

    public PdfDictionary Catalogue => Objects.Catalogue;

    public IEnumerable<PdfDictionary> Dictionaries => Objects.All.Values.SelectMany(Nested).OfType<PdfDictionary>();

    public IEnumerable<object?> Values => Objects.All.Values.Append(Objects.Trailer).SelectMany(Nested);

    public IReadOnlyList<(int Number, PdfDictionary Page)> Pages => Objects.Pages;

    public PdfDictionary? StructureRoot => Objects.Dictionary(Catalogue.GetValueOrDefault("StructTreeRoot"));

    public IReadOnlyCollection<FontUse> FontUses => _fonts.Values;

    public IReadOnlyCollection<StructureElement> Elements => _elements.Values;

    /// <summary>Annotations with the page they are on.</summary>
    public IEnumerable<(int Number, PdfDictionary Entries, PdfDictionary Page)> Annotations =>
        from page in Pages
        from reference in Objects.Array(page.Page.GetValueOrDefault("Annots")).OfType<PdfReference>()
        select (reference.Number, Objects.Dictionary(reference)!, page.Page);

    /// <summary>The metadata packet, or null where there is none that can be read.</summary>
    public XDocument? Metadata
    {
        get
        {
            try
            {
                return Packet is { } packet ? XDocument.Parse(packet) : null;
            }
            catch (System.Xml.XmlException)
            {
                return null;
            }
        }
    }

    public string? Packet =>
        Objects.Resolve(Catalogue.GetValueOrDefault("Metadata")) is PdfStream stream ? Encoding.UTF8.GetString(stream.Data).TrimStart('\uFEFF') : null;

    public IReadOnlyList<Operation> Operations(int page) => _operations[page];

    public StructureElement? Element(object? reference) => reference is PdfReference to ? _elements.GetValueOrDefault(to.Number) : null;

    /// <summary>What the parent tree leads to from a page or an annotation.</summary>
    public object? ParentEntry(double? key)
    {
        IReadOnlyList<object?> numbers = Objects.Array(Objects.Dictionary(StructureRoot?.GetValueOrDefault("ParentTree"))?.GetValueOrDefault("Nums"));
        for (int i = 0; key is not null && i + 1 < numbers.Count; i += 2)
        {
            if (numbers[i] is long at && at == key)
            {
                return numbers[i + 1];
            }
        }

        return null;
    }

    /// <summary>The font of a page by its resource name.</summary>
    public PdfDictionary? Font(PdfDictionary page, string? name) => Resource(page, "Font", name);

    public PdfDictionary? Resource(PdfDictionary page, string kind, string? name) =>
        name is null ? null : Objects.Dictionary(Objects.Dictionary(Objects.Dictionary(page.GetValueOrDefault("Resources"))?.GetValueOrDefault(kind))?.GetValueOrDefault(name));

    /// <summary>An attribute of an element (ISO 32000-1, 14.7.5).</summary>
    public object? Attribute(StructureElement element, string name)
    {
        object? attributes = Objects.Resolve(element.Entries.GetValueOrDefault("A"));
        return Objects.Resolve((attributes is List<object?> several ? several.Select(Objects.Dictionary) : [attributes as PdfDictionary])
            .Select(one => one?.GetValueOrDefault(name)).FirstOrDefault(value => value is not null));
    }

    private static IEnumerable<object?> Nested(object? value) => value switch
    {
        PdfDictionary entries => entries.Values.SelectMany(Nested).Prepend(entries),
        List<object?> items => items.SelectMany(Nested).Prepend(items),
        _ => [value],
    };

    private void GatherCodes(int number, PdfDictionary page)
    {
        foreach (Operation operation in _operations[number])
        {
            int[] codes = [.. FontUse.CodesOf(operation)];
            if (codes.Length > 0 && Font(page, operation.Font) is { } font)
            {
                (_fonts.TryGetValue(font, out FontUse? use) ? use : _fonts[font] = new FontUse(Objects, font)).Codes.UnionWith(codes);
            }
        }
    }

    private List<object?> Kids(PdfDictionary entries)
    {
        object? kids = entries.GetValueOrDefault("K");
        return Objects.Resolve(kids) is List<object?> several ? several : kids is null ? [] : [kids];
    }

    private void Gather(object? kid, StructureElement? parent, PdfReference? page)
    {
        if (kid is long id && parent is not null && page is not null)
        {
            AddContent(parent, page.Number, (int)id);
        }
        else if (Objects.Dictionary(kid) is { } entries && entries.ContainsKey("S") && kid is PdfReference reference
                && !_elements.ContainsKey(reference.Number))
        {
            StructureElement element = new(reference.Number, entries, Mapped(entries.Name("S") ?? ""), parent);
            _elements[reference.Number] = element;
            parent?.Kids.Add(element);
            parent?.Order.Add((element, default));
            foreach (object? next in Kids(entries))
            {
                Gather(next, element, entries.GetValueOrDefault("Pg") as PdfReference);
            }
        }
        else if (kid is PdfDictionary part && parent is not null)
        {
            AddPart(part, parent, page);
        }
    }

    private static void AddPart(PdfDictionary part, StructureElement parent, PdfReference? page)
    {
        if (part.Name("Type") == "OBJR" && part["Obj"] is PdfReference annotation)
        {
            parent.Annotations.Add(annotation.Number);
        }
        else if (part.Number("MCID") is { } id && (part.GetValueOrDefault("Pg") as PdfReference ?? page) is { } on)
        {
            AddContent(parent, on.Number, (int)id);
        }
    }

    private static void AddContent(StructureElement parent, int page, int id)
    {
        parent.Content.Add((page, id));
        parent.Order.Add((null, (page, id)));
    }

    private string Mapped(string type)
    {
        PdfDictionary? roles = Objects.Dictionary(StructureRoot?.GetValueOrDefault("RoleMap"));
        for (int i = 0; i < 10 && roles?.Name(type) is { } mapped; i++)
        {
            type = mapped;
        }

        return type;
    }
}
