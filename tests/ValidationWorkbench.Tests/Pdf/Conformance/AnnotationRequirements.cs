using System.Text.RegularExpressions;
using ValidationWorkbench.Tests.Pdf.Objects;

namespace ValidationWorkbench.Tests.Pdf.Conformance;

/// <summary>ISO 19005-3, 6.3 to 6.5, and ISO 14289-1, 7.18: links, form fields and what they do.</summary>
internal static class AnnotationRequirements
{
    private const int Invisible = 1;
    private const int Hidden = 2;
    private const int Print = 4;
    private const int NoView = 32;
    private const int ToggleNoView = 256;

    /// <summary>ISO 32000-1, 12.5.6, without those that PDF/A forbids: 3D, Sound, Screen and Movie.</summary>
    private static readonly string[] Types =
    [
        "Text", "Link", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline", "Squiggly", "StrikeOut", "Stamp", "Caret", "Ink",
        "Popup", "FileAttachment", "Widget", "PrinterMark", "TrapNet", "Watermark", "Redact",
    ];

    private static readonly string[] Actions = ["GoTo", "GoToR", "GoToE", "URI", "Thread", "Named", "SubmitForm"];

    public static IReadOnlyList<Requirement> All { get; } =
    [
        new("Annotations are of types that last", "ISO 19005-3, 6.3.1", file => Where(file, a => !Types.Contains(a.Name("Subtype")))),
        new("Annotations are printed and seen", "ISO 19005-3, 6.3.2", file => Where(file, a => a.Number("F") is not { } flags
            || ((int)flags & (Invisible | Hidden | Print | NoView | ToggleNoView)) != Print)),
        new("Annotations have an appearance", "ISO 19005-3, 6.3.3", file => Where(file, a =>
            a.Name("Subtype") is not ("Link" or "Popup") && !a.ContainsKey("AP") && !IsPoint(file.Objects.Array(a.GetValueOrDefault("Rect"))))),
        new("No field waits for a reader to draw it", "ISO 19005-3, 6.4.1", file =>
            Form(file)?.GetValueOrDefault("NeedAppearances") is true ? ["NeedAppearances"] : []),
        new("There is no form of another format", "ISO 19005-3, 6.4.2", file => Form(file)?.ContainsKey("XFA") == true ? ["XFA"] : []),
        new("A signature covers the whole file but itself", "ISO 19005-3, 6.4.3", file =>
            file.Dictionaries.Where(entries =>
                entries.Name("Type") == "Sig" && !Covers(file, file.Objects.Array(entries.GetValueOrDefault("ByteRange")))).Select(_ => "ByteRange")),
        new("Actions lead somewhere and start nothing", "ISO 19005-3, 6.5.1", file =>
            file.Dictionaries.Select(entries =>
                file.Objects.Dictionary(entries.GetValueOrDefault("A"))?.Name("S")).OfType<string>().Where(type => !Actions.Contains(type))),
        new("Nothing happens by itself", "ISO 19005-3, 6.5.2", file =>
            file.Pages.Select(page => page.Page).Append(file.Catalogue).Where(entries => entries.ContainsKey("AA")).Select(_ => "AA")),
        new("On pages with annotations the tab key follows the structure", "ISO 14289-1, 7.18.3", file =>
            from page in file.Pages
            where page.Page.ContainsKey("Annots") && page.Page.Name("Tabs") != "S"
            select $"page object {page.Number}"),
        new("A form field is content of a form element", "ISO 14289-1, 7.18.4", file => Outside(file, "Widget", "Form")),
        new("A link is content of a link element", "ISO 14289-1, 7.18.5", file => Outside(file, "Link", "Link")),
        new("A link says in words where it leads", "ISO 14289-1, 7.18.5", file =>
            Where(file, a => a.Name("Subtype") == "Link" && string.IsNullOrEmpty(a.Text("Contents")))),
    ];

    private static PdfDictionary? Form(ConformanceFile file) => file.Objects.Dictionary(file.Catalogue.GetValueOrDefault("AcroForm"));

    private static IEnumerable<string> Where(ConformanceFile file, Func<PdfDictionary, bool> misses) =>
        file.Annotations.Where(annotation => misses(annotation.Entries)).Select(annotation => $"annotation {annotation.Number}");

    private static IEnumerable<string> Outside(ConformanceFile file, string subtype, string element) =>
        from annotation in file.Annotations
        where annotation.Entries.Name("Subtype") == subtype && file.Elements.Count > 0
        let parent = file.Element(file.ParentEntry(annotation.Entries.Number("StructParent")))
        where parent?.Type != element || !parent.Annotations.Contains(annotation.Number)
        select $"annotation {annotation.Number}";

    private static bool Covers(ConformanceFile file, IReadOnlyList<object?> range) =>
        range is [0L, long before, long after, long rest] && after + rest == file.Text.Length && before < after && after < file.Text.Length
            && Regex.IsMatch(file.Text[(int)before..(int)after], @"\A<[0-9A-F]+>\z");

    private static bool IsPoint(IReadOnlyList<object?> box) =>
        box is [var left, var bottom, var right, var top] && Equals(left, right) && Equals(bottom, top);
}
