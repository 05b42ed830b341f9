using System.Globalization;
using ValidationWorkbench.Assessment;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks about embeddings of OQ suites; nothing where the plan asks for none.</summary>
internal static class EmbeddingParts
{
    /// <summary>Which endpoint is asked, beside the models of the run.</summary>
    public static IReadOnlyList<ContentPart> Endpoint(DocumentFacts facts) =>
        facts.Assessment.Embeddings is not { } embeddings ? []
            : [ParagraphPart.Plain($"The texts of the OQ suites are sent to {embeddings.Endpoint} as well, for embeddings by {embeddings.Model}. "
                + "These are shown in the report and decide nothing.")];

    /// <summary>Similarities by case, or why there are none.</summary>
    public static IReadOnlyList<ContentPart> Similarities(DocumentFacts facts)
    {
        if (facts.Assessment.Embeddings is not { } embeddings)
        {
            return [];
        }

        var model = embeddings.ServedModels.Count == 0 || embeddings.ServedModels is [var only] && only == embeddings.Model
            ? embeddings.Model
            : $"{embeddings.Model} (answered as {string.Join(", ", embeddings.ServedModels)})";
        var available = embeddings.Cases.Where(entry => entry.NotAvailable is null).ToList();
        return
        [
            .. available.Count == 0 ? (ContentPart[])[]
                :
                [
                    new TablePart($"Cosine similarity of the embeddings of OQ suites by {model}, mean over pairs. For display only",
                        [
                            new("Case", 2), new("Suites of the baseline", 2, true), new("Suites of the candidate", 2, true),
                            new("To baseline", 2, true), new("Baseline to itself", 2, true), new("Candidate to itself", 2, true),
                        ],
                        [.. available.Select(Row)]),
                ],
            ParagraphPart.Plain($"Embeddings by {model}: {embeddings.Describe()}. "
                + "Embeddings are blind to “not” and to numbers: suites that contradict each other can have a similarity near 1. They decide nothing."),
        ];
    }

    private static IReadOnlyList<string> Row(EmbeddedCase entry) =>
    [
        entry.CaseId, Number(entry.BaselineSuites), Number(entry.CandidateSuites),
        Cosine(entry.CandidateToBaseline), Cosine(entry.BaselineToItself), Cosine(entry.CandidateToItself),
    ];

    private static string Cosine(double? value) => value is { } cosine ? Figures.Ratio(cosine) : "–";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
