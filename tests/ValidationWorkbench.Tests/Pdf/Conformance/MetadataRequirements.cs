using System.Text.RegularExpressions;
using System.Xml.Linq;
using static ValidationWorkbench.Tests.Pdf.Conformance.FileRequirements;

namespace ValidationWorkbench.Tests.Pdf.Conformance;

/// <summary>ISO 19005-3, 6.6, 6.7.4, 6.10 and 6.11, and ISO 14289-1, 5, 7.1 and 7.2: what the file says of itself.</summary>
internal static class MetadataRequirements
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace PdfA = "http://www.aiim.org/pdfa/ns/id/";
    private static readonly XNamespace PdfUa = "http://www.aiim.org/pdfua/ns/id/";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Extension = "http://www.aiim.org/pdfa/ns/extension/";
    private static readonly XNamespace Schema = "http://www.aiim.org/pdfa/ns/schema#";
    private static readonly XNamespace Property = "http://www.aiim.org/pdfa/ns/property#";

    private static readonly XNamespace[] Known = [PdfA, Dc, Extension, "http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/pdf/1.3/"];

    public static IReadOnlyList<Requirement> All { get; } =
    [
        new("The catalogue has metadata that can be read", "ISO 19005-3, 6.6.2.1; ISO 14289-1, 7.1", file =>
            Unless(file.Metadata is not null, "it has not")),
        new("The head of the metadata packet gives neither its length nor its encoding", "ISO 19005-3, 6.6.2.1", file =>
            Unless(!Regex.IsMatch(file.Packet ?? "", @"<\?xpacket begin=[^?]*(bytes|encoding)="), "it does")),
        new("Every property is of a known schema or described", "ISO 19005-3, 6.6.2.3", file =>
            Properties(file).Where(property =>
                !Known.Contains(property.Name.Namespace) && !IsDescribed(file, property.Name)).Select(property => $"{property.Name}")),
        new("Descriptions of schemas are complete", "ISO 19005-3, 6.6.2.3", file =>
            from schema in file.Metadata?.Descendants(Extension + "schemas").Descendants(Rdf + "li").Where(item =>
                item.Element(Schema + "namespaceURI") is not null) ?? []
            from missing in Missing(schema)
            select missing),
        new("The metadata name part 3 of PDF/A", "ISO 19005-3, 6.6.4", file => Says(file, PdfA + "part", "3")),
        new("The metadata name level A", "ISO 19005-3, 6.6.4", file => Says(file, PdfA + "conformance", "A")),
        new("The metadata name part 1 of PDF/UA", "ISO 14289-1, 5", file => Says(file, PdfUa + "part", "1")),
        new("The metadata give a title", "ISO 14289-1, 7.1", file =>
            file.Metadata is { } metadata ? Unless(metadata.Descendants(Dc + "title").Any(title => title.Value.Length > 0), "there is none") : []),
        new("Readers show the title", "ISO 14289-1, 7.1", file =>
            Unless(file.Objects.Dictionary(file.Catalogue.GetValueOrDefault("ViewerPreferences"))?.GetValueOrDefault("DisplayDocTitle") is true, "DisplayDocTitle is not true")),
        new("The file says its language", "ISO 19005-3, 6.7.4; ISO 14289-1, 7.2", file =>
            Unless(Regex.IsMatch(file.Catalogue.Text("Lang") ?? "", "^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$"), "Lang is no language tag")),
        new("There is one presentation", "ISO 19005-3, 6.10", file =>
            Unless(file.Objects.Dictionary(file.Catalogue.GetValueOrDefault("Names"))?.ContainsKey("AlternatePresentations") != true, "AlternatePresentations")),
        new("The file asks nothing of its reader", "ISO 19005-3, 6.11", file => Unless(!file.Catalogue.ContainsKey("Requirements"), "Requirements")),
    ];

    private static IEnumerable<XElement> Properties(ConformanceFile file) =>
        file.Metadata?.Descendants(Rdf + "RDF").Elements(Rdf + "Description").Elements() ?? [];

    private static bool IsDescribed(ConformanceFile file, XName name) => file.Metadata!.Descendants(Rdf + "li")
        .Any(schema =>
            schema.Element(Schema + "namespaceURI")?.Value == name.NamespaceName && schema.Descendants(Property + "name").Any(property => property.Value == name.LocalName));

    private static IEnumerable<string> Missing(XElement schema) =>
        new[] { "schema", "prefix" }.Where(part => string.IsNullOrEmpty(schema.Element(Schema + part)?.Value)).Concat(
            from property in schema.Descendants(Rdf + "li")
            from part in new[] { "name", "valueType", "category", "description" }
            where string.IsNullOrEmpty(property.Element(Property + part)?.Value)
            select part);

    private static IEnumerable<string> Says(ConformanceFile file, XName name, string expected) =>
        file.Metadata is not { } metadata ? [] : Unless(metadata.Descendants(name).Select(element =>
            element.Value).SequenceEqual([expected]), $"{name.LocalName} is not {expected}");
}
