using System.Text.Json.Nodes;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Scoring;
using Xunit;

namespace ValidationWorkbench.Tests.Documents;

/// <summary>Blocks of the functional and the configuration specification.</summary>
public sealed class SpecificationBlockTests
{
    private static readonly DocumentFacts Facts = Make.Facts();

    [Fact]
    public void Functions_are_listed_and_a_requirement_without_one_is_a_gap_unless_a_procedure_meets_it()
    {
        var tables = DocumentParts.Of("functions", Make.Facts(Make.Plan() with { Functions = [Make.Function("FS-1", "URS-1", "URS-2")] },
            Make.Run())).Cast<TablePart>().ToList();

        Assert.Equal(["FS-1", "Does it.", "URS-1, URS-2", "prompt"], Assert.Single(tables[0].Rows));
        Assert.Equal(
            ["URS-3 | Text of URS-3. | GAP: no function answers to it",
                "URS-4 | Text of URS-4. | a procedure of the company, no function of the set-up"],
            tables[1].Rows.Select(row => string.Join(" | ", row)));
    }

    [Fact]
    public void A_plan_without_functions_says_so() => Assert.IsType<NoticePart>(Assert.Single(DocumentParts.Of("functions", Facts)));

    [Fact]
    public void Every_event_of_the_audit_trail_is_listed() => Assert.Equal(AuditAction.Texts.Count, Make.Table("audit-events", Facts).Rows.Count);

    [Fact]
    public void Prompts_stand_in_full_with_their_hashes()
    {
        var parts = DocumentParts.Of("prompts", Facts);

        Assert.Equal(
            ["Sort it.\n  Twice.", "Document: <title>\n\n<text of the document>", "Draft it.",
                "System: <title>\nGAMP category: 4\n\n<text of the document>\n\nRequirements:\n- <id>: <text>"],
            parts.OfType<CodePart>().Select(part => part.Text));
        Assert.Contains($"SHA-256 {Sha256Hex.Of("Sort it.\n  Twice.")}:", Words(parts.OfType<ParagraphPart>().First()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_told_the_structure_in_words_has_a_message_of_its_own()
    {
        var told = Make.Baseline with { Connection = new ConnectionOverrides { StructuredOutput = StructuredOutput.Prompt } };
        var parts = DocumentParts.Of("prompts", Facts with { Configuration = Facts.Configuration with { Baseline = told } });
        var message = ChatCompletionRequest.SystemMessage("Draft it.", told.Wire, ReplySchemas.Of(CaseTask.OqGeneration));

        Assert.Contains(ReplySchemas.OqSuite.Json, message, StringComparison.Ordinal);
        Assert.Contains(new CodePart(message), parts);
        Assert.Contains(new CodePart("Draft it."), parts);
    }

    [Fact]
    public void A_key_is_named_by_its_place_alone()
    {
        var keyed = Make.Baseline with { KeyVariable = "OLD_KEY" };
        var facts = DocumentParts.Of("model-settings", Facts
            with
        { Configuration = Facts.Configuration with { Baseline = keyed } }).Cast<FactsPart>().ToList();

        Assert.Contains(("Key", "from the environment variable OLD_KEY; its value is in no record"), facts[0].Facts);
        Assert.Contains(("Endpoint", "http://127.0.0.1/v1"), facts[0].Facts);
        Assert.Contains(("Provider", "simulated (no language model)"), facts[1].Facts);
        Assert.Contains(("Price", "1 in, 2 out, EUR per million tokens"), facts[1].Facts);
    }

    [Fact]
    public void Reply_structures_are_those_that_are_sent()
    {
        var printed = DocumentParts.Of("reply-structures", Facts).OfType<CodePart>().Select(part => part.Text).ToList();

        Assert.All(printed.Zip([ReplySchemas.Categorization, ReplySchemas.OqSuite]),
            pair => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(pair.Second.Json), JsonNode.Parse(pair.First))));
        Assert.All(printed.SelectMany(text => text.Split('\n')), line => Assert.InRange(line.Length, 1, 96));
    }

    [Fact]
    public void Order_and_limits_of_the_calls_are_stated()
    {
        var facts = Assert.IsType<FactsPart>(Assert.Single(DocumentParts.Of("execution", Facts))).Facts;

        Assert.Contains(facts, fact => fact.Name == "Order" && fact.Value.Contains("seed 7 ", StringComparison.Ordinal));
        Assert.Contains(("The run is INVALID", "where more than 5 % of the trials have no answer"), facts);
        Assert.Contains(("Budgets", "none"), facts);
    }

    [Fact]
    public void Only_the_methods_of_the_plan_are_defined()
    {
        var parts = DocumentParts.Of("methods", Facts);

        Assert.Equal(["accuracy", "requirement-coverage"], Assert.Single(parts.OfType<TablePart>()).Rows.Select(row => row[0]));
        Assert.Equal(["clopper-pearson", "gate", "bracket of repeats"], parts.OfType<FactsPart>().Select(part => part.Facts[0].Value));
    }

    [Fact]
    public void Every_kind_and_every_method_is_defined()
    {
        var plan = Make.Plan() with
        {
            Criteria = [.. Enum.GetValues<CriterionKind>().Select(kind => Assessment.Make.Criterion(kind, 0.5) with { Id = $"AC-{kind}" })],
        };
        var parts = DocumentParts.Of("methods", Make.Facts(plan, Make.Run()));
        var definitions = Assert.Single(parts.OfType<TablePart>()).Rows.Select(row => row[2]).ToList();

        Assert.Equal(Enum.GetValues<CriterionKind>().Length, definitions.Distinct().Count());
        Assert.All(parts.OfType<FactsPart>().SelectMany(part => part.Facts), fact => Assert.NotEmpty(fact.Value));
        Assert.Equal(plan.Criteria.Select(criterion => criterion.Method).Distinct().Count() + 1, parts.OfType<FactsPart>().Count());
    }

    [Fact]
    public void Templates_come_with_version_and_hash() => Assert.Equal(["t.md | – | tt"], Make.Rows("templates", Facts));

    private static string Words(ParagraphPart part) => string.Concat(part.Runs.Select(run => run.Text));
}
