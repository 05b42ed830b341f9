using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;

namespace ValidationWorkbench.Scoring;

/// <summary>
/// The structures asked of the models. The category is a plain integer on purpose: a schema that lists only 1, 3, 4 and 5 would hide
/// a model that still answers with the retired category 2.
/// </summary>
public static class ReplySchemas
{
    /// <summary>Reply to a categorization case. A null category means "undecided".</summary>
    public static ReplySchema Categorization { get; } = new("gamp_categorization", """
        {"type":"object","additionalProperties":false,"required":["category","components","confidence","rationale","evidence"],"properties":{"category":{"type":["integer","null"]},"components":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","category"],"properties":{"name":{"type":"string"},"category":{"type":"integer"}}}},"confidence":{"type":"number"},"rationale":{"type":"string"},"evidence":{"type":"array","items":{"type":"string"}}}}
        """);

    /// <summary>Reply to an OQ-generation case: a suite of tests, each with numbered steps.</summary>
    public static ReplySchema OqSuite { get; } = new("oq_suite", """
        {"type":"object","additionalProperties":false,"required":["tests","confidence"],"properties":{"tests":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["id","title","requirementIds","prerequisites","steps","acceptanceCriteria"],"properties":{"id":{"type":"string"},"title":{"type":"string"},"requirementIds":{"type":"array","items":{"type":"string"}},"prerequisites":{"type":"array","items":{"type":"string"}},"steps":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["number","action","expectedResult"],"properties":{"number":{"type":"integer"},"action":{"type":"string"},"expectedResult":{"type":"string"}}}},"acceptanceCriteria":{"type":"array","items":{"type":"string"}}}}},"confidence":{"type":"number"}}}
        """);

    /// <summary>The structure for a task.</summary>
    public static ReplySchema Of(CaseTask task) => task == CaseTask.Categorization ? Categorization : OqSuite;
}
