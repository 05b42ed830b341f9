using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Printing;
using Xunit;

namespace ValidationWorkbench.Tests.Printing;

public sealed partial class MarkdownPrinterTests
{
    private static readonly MarkdownPipeline Github =
        new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseTaskLists().UseFootnotes().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseMathematics().Build();

    [Fact]
    public void A_document_reads_well_as_plain_text() => Assert.Equal(
        """
        # Report

        Test site

        Test

        > **DRAFT – NOT APPROVED**

        - **Run:** R-1

        **Contents**

        - 1 Section
          - 1.1 Section

        ## 1 Section

        Text

        ```
        {
          1
        }
        ```

        ### 1.1 Section

        - dot

        1. **one** `two`

        **Caption**

        | A   |      B |
        | --- | -----: |
        | 1   | 2<br>3 |

        **Signatures**

        | Role              | Printed name | Meaning  | Signature, its id and short hash | Date and time (UTC offset) |
        | ----------------- | ------------ | -------- | -------------------------------- | -------------------------- |
        | Quality Assurance | A. Person    | Approved |                                  |                            |

        - **Name:** Value
        - **Name:** Other value

        > **Title**\
        > Notice

        **Chart**

        | Estimate |   Value and bound | State |
        | -------- | ----------------: | ----- |
        | AC-1     | 60.0 % (≤ 70.0 %) | NO-GO |

        **Matrix**

        | Expected / Answered |   1 |   3 | none |
        | ------------------- | --: | --: | ---: |
        | 1                   |   4 |   0 |    1 |
        | 3                   |   0 |   5 |    0 |

        **Pairs**

        |            | Lost | Gained | Cases |
        | ---------- | ---: | -----: | ----: |
        | Category 4 |    1 |      2 |    10 |

        **Strips**

        What it shows

        **Plot**

        What it shows

        ---

        foot

        """, Print(SampleDocument.Of(SampleDocument.Parts)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_a_value_holds_stays_text_and_all_of_it_is_there(ulong seed)
    {
        for (var i = 0UL; i < 100; i++)
        {
            var document = SampleDocument.Hostile((seed * 1000) + i);
            var markdown = Print(document);
            var parsed = Markdown.Parse(markdown, Github);

            SampleDocument.AssertInOrder(document.Parts, Words(parsed), Collapse, markdown);
            Assert.Empty(parsed.Descendants().Where(node => node is LinkInline or AutolinkInline or HtmlBlock or LinkReferenceDefinition or HtmlInline { Tag: not "<br>" }).Select(node => markdown.Substring(node.Span.Start, node.Span.Length)));
            Assert.Equal(2, parsed.Descendants<HeadingBlock>().Count());
            Assert.Equal(4, parsed.Descendants<Table>().Count());
            Assert.Single(parsed.Descendants<ThematicBreakBlock>());
            Assert.Single(parsed.Descendants<CodeInline>());
        }
    }

    [Theory]
    [InlineData("1.1 %, see [2] and a_b-c (3 < 4) & more: 100 %, -0.5 #7")]
    [InlineData("-5 to +5")]
    [InlineData("2.5 s")]
    public void A_sign_that_is_no_markup_is_not_escaped(string text) =>
        Assert.Contains($"\n\n{text}\n\n", Print(SampleDocument.Of(ParagraphPart.Plain(text))), StringComparison.Ordinal);

    private static string Print(ControlledDocument document) => Encoding.UTF8.GetString(MarkdownPrinter.Print(document));

    private static string Words(MarkdownDocument document) => Collapse(string.Concat(document.Descendants().Select(node => node switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        DelimiterInline delimiter => delimiter.ToLiteral(),
        FencedCodeBlock code => code.Lines.ToString(),
        LineBreakInline or HtmlInline or LeafBlock => " ",
        _ => string.Empty,
    })));

    /// <summary>Without spaces: a table has no line ends, and code none at its ends.</summary>
    private static string Collapse(string text) => Space().Replace(text, string.Empty);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
