using ValidationWorkbench.Pdf.Layout;

namespace ValidationWorkbench.Pdf.Checks;

/// <summary>Refuses what cannot be printed before any of it is laid out, and names the place in the document.</summary>
internal static class DocumentCheck
{
    private const int LowestBody = 250_000;

    public static void Verify(PdfDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        TextCheck.VerifyTitle(document.Title, "Title");
        TextCheck.VerifyLine(document.Title, "Title");
        TextCheck.VerifyLine(document.Subject, "Subject");
        TextCheck.VerifyLine(document.Author, "Author");
        TextCheck.VerifyTitle(document.Language, "Language");
        TextCheck.VerifyLine(document.Language, "Language");
        Strip(document.Header, "Header");
        Strip(document.Footer, "Footer");
        Optional(document.Banner, "Banner");
        Optional(document.Watermark, "Watermark");
        Cover(document.Cover);
        Frame(document);
        for (int i = 0; i < document.Blocks.Count; i++)
        {
            BlockCheck.Verify(document.Blocks[i], $"Block {i + 1}");
        }
    }

    private static void Strip(PageStrip strip, string place)
    {
        foreach (string line in strip.Left.Concat(strip.Right))
        {
            TextCheck.Verify(line, place);
        }
    }

    private static void Optional(string? text, string place)
    {
        if (text is not null)
        {
            TextCheck.VerifyTitle(text, place);
        }
    }

    private static void Cover(Cover? cover)
    {
        if (cover is null)
        {
            return;
        }

        TextCheck.VerifyTitle(cover.Title, "Cover title");
        TextCheck.Verify(cover.Subtitle, "Cover subtitle");
        BlockCheck.KeyValues(cover.Rows, "Cover");
    }

    private static void Frame(PdfDocument document)
    {
        PageFrame frame = new(document);
        int height = frame.BodyBottom - frame.BodyTop;
        Require.That(
            height >= LowestBody,
            "Header, footer and banner",
            $"they leave {height / 1000} pt of the page for the body; at least {LowestBody / 1000} pt are needed");
    }
}
