using System.Buffers.Binary;
using System.Text;
using ValidationWorkbench.Tests.Pdf.Objects;
using static ValidationWorkbench.Tests.Pdf.Conformance.FileRequirements;

namespace ValidationWorkbench.Tests.Pdf.Conformance;

/// <summary>ISO 19005-3, 6.2.2 to 6.2.10: what is drawn, and in which colours.</summary>
internal static class GraphicsRequirements
{
    /// <summary>ISO 32000-1, annex A.</summary>
    private static readonly HashSet<string> Operators =
    [
        .. ("b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh "
            + "T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"").Split(' '),
    ];

    private static readonly string[] BlendModes =
    [
        "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion",
        "Hue", "Saturation", "Color", "Luminosity",
    ];

    public static IReadOnlyList<Requirement> All { get; } =
    [
        new("Content uses the operators of the format", "ISO 19005-3, 6.2.2", file =>
            from page in file.Pages
            from operation in file.Operations(page.Number)
            where !Operators.Contains(operation.Operator)
            select $"{operation.Operator} on page object {page.Number}"),
        new("Content names resources that its page has", "ISO 19005-3, 6.2.2", file =>
            from page in file.Pages
            from operation in file.Operations(page.Number)
            where operation.Operator is "Tf" or "Do" or "gs"
            let kind = operation.Operator switch { "Tf" => "Font", "Do" => "XObject", _ => "ExtGState" }
            where file.Resource(page.Page, kind, (operation.Operands[0] as PdfName)?.Value) is null
            select $"{operation.Operands[0]} on page object {page.Number}"),
        new("There is an output intent with a profile for it", "ISO 19005-3, 6.2.3", file =>
            Unless(Profile(file) is not null, "there is none of type GTS_PDFA1 with a profile")),
        new("The profile of the output intent is whole, and of version 4 or before", "ISO 19005-3, 6.2.3", file =>
            Profile(file) is { } profile ? Unless(IsWhole(profile), "it is not") : []),
        new("Colours of a device are those of the output intent", "ISO 19005-3, 6.2.4.3", file =>
            Profile(file) is { Length: > 20 } profile && Encoding.ASCII.GetString(profile, 16, 4) == "RGB "
                ? from page in file.Pages
                  from operation in file.Operations(page.Number)
                  where operation.Operator is "k" or "K"
                  select $"{operation.Operator} on page object {page.Number}"
                : []),
        new("Graphics states have no transfer function", "ISO 19005-3, 6.2.5", file =>
            States(file).Where(state => state.ContainsKey("TR")).Select(_ => "TR")),
        new("Forms are drawings of the format", "ISO 19005-3, 6.2.9; ISO 14289-1, 7.20", file =>
            from form in file.Dictionaries
            where form.Name("Subtype") == "Form"
            from key in new[] { "OPI", "PS", "Ref" }
            where form.ContainsKey(key)
            select key),
        new("Blend modes are those of the format", "ISO 19005-3, 6.2.10", file =>
            States(file).Select(state => state.Name("BM")).OfType<string>().Where(mode => !BlendModes.Contains(mode))),
    ];

    private static IEnumerable<PdfDictionary> States(ConformanceFile file) => file.Dictionaries.Where(entries => entries.Name("Type") == "ExtGState");

    private static byte[]? Profile(ConformanceFile file) => file.Objects.Array(file.Catalogue.GetValueOrDefault("OutputIntents"))
        .Select(file.Objects.Dictionary)
        .Where(intent => intent?.Name("S") == "GTS_PDFA1")
        .Select(intent => (file.Objects.Resolve(intent!.GetValueOrDefault("DestOutputProfile")) as PdfStream)?.Data)
        .FirstOrDefault();

    private static bool IsWhole(byte[] profile) => profile.Length > 132 && BinaryPrimitives.ReadInt32BigEndian(profile) == profile.Length && profile[8] < 5
        && Encoding.ASCII.GetString(profile, 36, 4) == "acsp" && Encoding.ASCII.GetString(profile, 12, 4) is "mntr" or "prtr";
}
