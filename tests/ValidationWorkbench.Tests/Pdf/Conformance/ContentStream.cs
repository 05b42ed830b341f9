using ValidationWorkbench.Tests.Pdf.Objects;

namespace ValidationWorkbench.Tests.Pdf.Conformance;

/// <summary>Reads a content stream (ISO 32000-1, 7.8.2).</summary>
internal static class ContentStream
{
    public static IEnumerable<Operation> Operations(byte[] content)
    {
        PdfParser parser = new(content);
        List<object?> operands = [];
        List<MarkedSequence> open = [];
        string? font = null;
        while (!parser.AtEnd)
        {
            object? value = parser.Value();
            if (value is not PdfKeyword keyword)
            {
                operands.Add(value);
                continue;
            }

            font = keyword.Value == "Tf" ? ((PdfName)operands[0]!).Value : font;
            if (keyword.Value is "BDC" or "BMC")
            {
                open.Add(new MarkedSequence(((PdfName)operands[0]!).Value, operands.ElementAtOrDefault(1) as PdfDictionary));
            }
            else if (keyword.Value == "EMC" && open.Count > 0)
            {
                open.RemoveAt(open.Count - 1);
            }

            yield return new Operation(keyword.Value, [.. operands], [.. open], font);
            operands.Clear();
        }
    }
}
