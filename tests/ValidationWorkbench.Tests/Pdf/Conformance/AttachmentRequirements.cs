using System.Text.RegularExpressions;
using ValidationWorkbench.Tests.Pdf.Objects;

namespace ValidationWorkbench.Tests.Pdf.Conformance;

/// <summary>ISO 19005-3, 6.8, and ISO 14289-1, 7.11: files that the file carries.</summary>
internal static class AttachmentRequirements
{
    public static IReadOnlyList<Requirement> All { get; } =
    [
        new("An embedded file has its name in both forms", "ISO 19005-3, 6.8; ISO 14289-1, 7.11", file =>
            Where(file, s => string.IsNullOrEmpty(s.Text("F")) || string.IsNullOrEmpty(s.Text("UF")))),
        new("An embedded file says its media type", "ISO 19005-3, 6.8", file =>
            Where(file, s => !Regex.IsMatch(Content(file, s)?.Name("Subtype") ?? "", @"^[-\w+.]+/[-\w+.]+$"))),
        new("An embedded file says how it stands to the document", "ISO 19005-3, 6.8", file =>
            Where(file, s => s.Name("AFRelationship") is not ("Source" or "Data" or "Alternative" or "Supplement" or "Unspecified"))),
        new("An embedded file is associated with the document", "ISO 19005-3, 6.8", file =>
        {
            HashSet<int> associated = [.. file.Objects.Array(file.Catalogue.GetValueOrDefault("AF")).OfType<PdfReference>().Select(reference =>
                reference.Number)];
            return file.Objects.All.Where(o =>
                o.Value is PdfDictionary s && s.ContainsKey("EF") && !associated.Contains(o.Key)).Select(o => $"object {o.Key}");
        }),
    ];

    private static IEnumerable<string> Where(ConformanceFile file, Func<PdfDictionary, bool> misses) =>
        file.Dictionaries.Where(entries => entries.ContainsKey("EF") && misses(entries)).Select(entries => entries.Text("UF") ?? "a file");

    private static PdfStream? Content(ConformanceFile file, PdfDictionary specification) =>
        file.Objects.Resolve(file.Objects.Dictionary(specification["EF"])?.GetValueOrDefault("F")) as PdfStream;
}
