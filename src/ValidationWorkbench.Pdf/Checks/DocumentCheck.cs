using System.Text.RegularExpressions;
using ValidationWorkbench.Pdf.Layout;

namespace ValidationWorkbench.Pdf.Checks;

/// <summary>Refuses what cannot be printed before any of it is laid out, and names the place in the document.</summary>
internal static partial class DocumentCheck
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
        Require.That(LanguageTag().IsMatch(document.Language), "Language", $"\"{document.Language}\" is no language tag; one such as en-GB is needed");
        Require.That(document.Accent is null || AccentColour().IsMatch(document.Accent), "Accent", $"\"{document.Accent}\" is no colour; one such as #17304f is needed");
        Require.That(Enum.IsDefined(document.Paper), "Paper", $"{document.Paper} is no paper; A4 and Letter are allowed");
        Strip(document.Header, "Header");
        Strip(document.Footer, "Footer");
        Optional(document.Banner, "Banner");
        Optional(document.Watermark, "Watermark");
        Cover(document.Cover);
        Frame(document);
        AttachmentCheck.Verify(document.Attachments);
        for (int i = 0; i < document.Blocks.Count; i++)
        {
            BlockCheck.Verify(document.Blocks[i], $"Block {i + 1}");
        }

        LinkCheck.Verify(document.Blocks);
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

    [GeneratedRegex("^#[0-9a-fA-F]{6}\\z")]
    private static partial Regex AccentColour();

    /// <summary>RFC 3066, 2.1, to which ISO 32000-1, 14.9.2, refers.</summary>
    [GeneratedRegex("^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*\\z")]
    private static partial Regex LanguageTag();

    private static void Frame(PdfDocument document)
    {
        PageFrames frames = new(document);
        int height = Math.Min(frames.Portrait.BodyHeight, frames.Landscape.BodyHeight);
        Require.That(
            height >= LowestBody,
            "Header, footer and banner",
            $"they leave {height / 1000} pt of a page for the body; at least {LowestBody / 1000} pt are needed");
    }
}
