using ValidationWorkbench.Tests.Pdf.Objects;
using static ValidationWorkbench.Tests.Pdf.Conformance.FileRequirements;

namespace ValidationWorkbench.Tests.Pdf.Conformance;

/// <summary>ISO 19005-3, 6.7, and ISO 14289-1, 7.1 and 7.8: all content belongs somewhere.</summary>
internal static class ContentRequirements
{
    public static IReadOnlyList<Requirement> All { get; } =
    [
        new("The file says that it is tagged", "ISO 19005-3, 6.7.2; ISO 14289-1, 7.1", file =>
            Unless(MarkInfo(file)?.GetValueOrDefault("Marked") is true, "Marked is not true")),
        new("Its tags are not under suspicion", "ISO 14289-1, 7.1", file =>
            Unless(MarkInfo(file)?.GetValueOrDefault("Suspects") is not true, "Suspects is true")),
        new("There is a structure with elements", "ISO 19005-3, 6.7.3; ISO 14289-1, 7.1", file =>
            Unless(file.Elements.Count > 0, "StructTreeRoot is missing or empty")),
        new("Everything drawn is content of an element or an artifact", "ISO 14289-1, 7.1", file =>
            from page in file.Pages
            from operation in file.Operations(page.Number)
            where operation.Paints && !operation.Around.Any(sequence => sequence.Tag == "Artifact" || sequence.Id is not null)
            select $"{operation.Operator} on page object {page.Number}"),
        new("Artifacts and content do not lie within each other", "ISO 14289-1, 7.1", file =>
            from page in file.Pages
            from operation in file.Operations(page.Number)
            where operation.Operator == "BDC" && operation.Around.Any(s => s.Tag == "Artifact") && operation.Around.Any(s => s.Id is not null)
            select $"page object {page.Number}"),
        new("Content and element lead to each other", "ISO 14289-1, 7.1", file => file.Elements.Count == 0 ? [] : Lost(file).Concat(Astray(file))),
        new("Every identifier of content is used once on its page", "ISO 14289-1, 7.1", file =>
            from page in file.Pages
            let ids = Ids(file, page.Number)
            where ids.Distinct().Count() != ids.Count()
            select $"page object {page.Number}"),
        new("Marked-content sequences begin and end in pairs", "ISO 14289-1, 7.1", file =>
            from page in file.Pages
            where file.Operations(page.Number).Count(o => o.Operator is "BDC" or "BMC") != file.Operations(page.Number).Count(o => o.Operator == "EMC")
            select $"page object {page.Number}"),
        new("Headers and footers are told apart from other artifacts", "ISO 14289-1, 7.8", file =>
            from page in file.Pages
            from operation in file.Operations(page.Number)
            where operation.Operator == "BDC" && operation.Around[^1] is { Tag: "Artifact" } artifact
                    && artifact.Properties?.Name("Subtype") is "Header" or "Footer"
                && operation.Around[^1].Properties!.Name("Type") != "Pagination"
            select $"page object {page.Number}"),
    ];

    private static IEnumerable<int> Ids(ConformanceFile file, int page) =>
        file.Operations(page).Where(operation => operation.Operator == "BDC").Select(operation => operation.Around[^1].Id).OfType<int>();

    /// <summary>Content whose element does not hold it.</summary>
    private static IEnumerable<string> Lost(ConformanceFile file) =>
        from page in file.Pages
        let owners = file.Objects.Array(file.ParentEntry(page.Page.Number("StructParents")))
        from id in Ids(file, page.Number)
        where file.Element(owners.ElementAtOrDefault(id))?.Content.Contains((page.Number, id)) != true
        select $"content {id} of page object {page.Number}";

    /// <summary>Elements that hold content which is not there.</summary>
    private static IEnumerable<string> Astray(ConformanceFile file)
    {
        HashSet<(int Page, int Id)> there = [.. file.Pages.SelectMany(page => Ids(file, page.Number).Select(id => (page.Number, id)))];
        return file.Elements.Where(element => element.Content.Any(content => !there.Contains(content))).Select(element => element.ToString());
    }

    private static PdfDictionary? MarkInfo(ConformanceFile file) => file.Objects.Dictionary(file.Catalogue.GetValueOrDefault("MarkInfo"));
}
