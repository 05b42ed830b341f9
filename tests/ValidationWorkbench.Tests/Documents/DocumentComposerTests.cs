using ValidationWorkbench.Documents;
using Xunit;

namespace ValidationWorkbench.Tests.Documents;

/// <summary>Templates filled with the facts of a run.</summary>
public sealed class DocumentComposerTests
{
    [Fact]
    public void Headings_are_numbered_by_level()
    {
        var levels = new[] { 1, 2, 2, 3, 3, 1, 2, 3, 1, 1 };
        var document = Compose([.. levels.Select(level => new HeadingPart(level, "h"))]);
        Assert.Equal(["1  h", "1.1  h", "1.2  h", "1.2.1  h", "1.2.2  h", "2  h", "2.1  h", "2.1.1  h", "3  h", "4  h"], document.Parts.Cast<HeadingPart>().Select(heading => heading.Text));
        Assert.Equal(levels, document.Parts.Cast<HeadingPart>().Select(heading => heading.Level));
    }

    [Fact]
    public void Parts_in_between_do_not_disturb_the_numbers() =>
        Assert.Equal(["1  a", "2  b"], Compose(new HeadingPart(1, "a"), ParagraphPart.Plain("x"), new HeadingPart(1, "b")).Parts.OfType<HeadingPart>().Select(heading => heading.Text));

    [Fact]
    public void Values_are_filled_in_wherever_there_is_text()
    {
        var document = Compose(
            new HeadingPart(1, "About {{plan-id}}"),
            new ParagraphPart([new TextRun("{{baseline}} to {{candidate}}", Bold: true), new TextRun("plain", Code: true)]),
            new ListPart(true, [[new TextRun("run {{run-id}}")]]),
            new TablePart("caption", [new("a", 1)], [["{{repeats}} repeats"]]));
        Assert.Equal("1  About VP-1", ((HeadingPart)document.Parts[0]).Text);
        Assert.Equal([new TextRun("old to new (simulated)", Bold: true), new TextRun("plain", Code: true)], ((ParagraphPart)document.Parts[1]).Runs);
        Assert.Equal([new TextRun("run R-1")], ((ListPart)document.Parts[2]).Items[0]);
        Assert.True(((ListPart)document.Parts[2]).Numbered);
        Assert.Equal(["3 repeats"], ((TablePart)document.Parts[3]).Rows[0]);
    }

    [Theory]
    [InlineData("{run-id} {{ }")]
    [InlineData("{{run-id}")]
    [InlineData("no braces")]
    public void Other_braces_stay(string text) => Assert.Equal(text, Assert.Single(((ParagraphPart)Assert.Single(Compose(ParagraphPart.Plain(text)).Parts)).Runs).Text);

    [Fact]
    public void A_value_is_not_filled_in_again()
    {
        var facts = Make.Facts(Make.Plan() with { Title = "{{run-id}}" }, Make.Run());
        var document = DocumentComposer.Compose(Template(DocumentKind.ValidationReport, ParagraphPart.Plain("{{plan-title}}")), facts);
        Assert.Equal("{{run-id}}", Assert.Single(((ParagraphPart)document.Parts[0]).Runs).Text);
    }

    [Fact]
    public void A_block_takes_the_place_of_its_name()
    {
        var document = Compose(new HeadingPart(1, "a"), new PlaceholderPart("approvals", 3), new HeadingPart(1, "b"));
        Assert.True(Assert.IsType<TablePart>(document.Parts[1]).ForSigning);
        Assert.Equal(3, document.Parts.Count);
    }

    [Fact]
    public void A_name_that_does_not_exist_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Compose(ParagraphPart.Plain("{{unheard-of}}")));
        Assert.Throws<ArgumentException>(() => Compose(new PlaceholderPart("unheard-of", 1)));
    }

    [Fact]
    public void Unknown_names_are_listed_with_their_lines_values_first()
    {
        var template = new DocumentTemplate(
            DocumentKind.ValidationReport, "t", [new PlaceholderPart("approvals", 1), new PlaceholderPart("outcome", 2), ParagraphPart.Plain("x")], [("outcome", 3), ("approvals", 4), ("Run-id", 5), ("", 6)]);
        Assert.Equal([("approvals", 4), ("Run-id", 5), ("", 6), ("block:outcome", 2)], DocumentComposer.UnknownNames(template));
    }

    [Fact]
    public void A_template_without_unknown_names_has_none() =>
        Assert.Empty(DocumentComposer.UnknownNames(new DocumentTemplate(DocumentKind.ValidationReport, "t", [.. DocumentParts.Names.Select(name => new PlaceholderPart(name, 1))], [.. DocumentValues.Names.Select(name => (name, 1))])));

    [Theory]
    [InlineData(DocumentKind.ValidationMasterPlan, "D-1", "1")]
    [InlineData(DocumentKind.UserRequirements, "D-2", "2")]
    [InlineData(DocumentKind.ValidationReport, "D-3", "3")]
    public void Each_kind_has_its_number_and_version(DocumentKind kind, string number, string version)
    {
        var document = DocumentComposer.Compose(Template(kind), Make.Facts());
        Assert.Equal((kind, number, version), (document.Kind, document.Number, document.Version));
        Assert.Contains(("Document number", number), document.Cover);
    }

    [Fact]
    public void Cover_and_footer_say_that_it_is_a_draft_of_this_run()
    {
        var document = DocumentComposer.Compose(Template(DocumentKind.ValidationReport) with { Title = "Report on {{candidate}}" }, Make.Facts());
        Assert.Equal(("Report on new (simulated)", "Plan title", "Site", 1_795_247_412_000_000), (document.Title, document.Subtitle, document.Organisation, document.AtMicros));
        Assert.Contains(("Status", "DRAFT – NOT APPROVED"), document.Cover);
        Assert.Contains(("Effective date", "none: not approved"), document.Cover);
        Assert.Contains(("Plan", "VP-1, version 1.2"), document.Cover);
        Assert.Contains(("Data as of", "2026-11-21 07:50:12 UTC"), document.Cover);
        Assert.Equal("Generated by workbench 0.1 from the records of run R-1; requires human review. Printed copy uncontrolled unless stamped.", document.Footer[0]);
        Assert.Equal($"Results {Sha256Hex.Of("results")[..16]} · log 1111111122223333, 42 records, head {Sha256Hex.Of("head")[..16]}, root {Sha256Hex.Of("root")[..16]}", document.Footer[1]);
    }

    [Fact]
    public void A_demonstration_has_its_banner_and_evidence_has_none()
    {
        Assert.Equal("DEMONSTRATION – no evidence about any model", Compose().Banner);
        Assert.Null(DocumentComposer.Compose(Template(DocumentKind.ValidationReport), Make.Facts(Make.Plan(), Make.Run(), [])).Banner);
    }

    private static ControlledDocument Compose(params ContentPart[] parts) => DocumentComposer.Compose(Template(DocumentKind.ValidationReport, parts), Make.Facts());

    private static DocumentTemplate Template(DocumentKind kind, params ContentPart[] parts) => new(kind, "Title", parts, []);
}
