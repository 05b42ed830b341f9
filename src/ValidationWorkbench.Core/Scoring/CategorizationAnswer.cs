using System.Text.Json;
using ValidationWorkbench.Models;

namespace ValidationWorkbench.Scoring;

/// <summary>A categorization reply that obeys the structure.</summary>
/// <param name="Category">Overall category as answered, whatever the number; null for "undecided".</param>
/// <param name="Components">Parts of a hybrid with their categories.</param>
/// <param name="Confidence">Confidence the model states, in [0,1]; no probability until shown to be one.</param>
/// <param name="Rationale">Reason the model gives.</param>
/// <param name="Evidence">Quotes from the document, as claimed.</param>
public sealed record CategorizationAnswer(
    int? Category, IReadOnlyList<AnsweredComponent> Components, double Confidence, string Rationale, IReadOnlyList<string> Evidence)
{
    /// <summary>The answer, or the fault. Exactly one of the two is given.</summary>
    public static (CategorizationAnswer? Answer, ReplyFault? Fault) Read(ModelReply reply)
    {
        var (root, fault) = StrictJson.Read(reply);
        if (fault is not null)
        {
            return (null, fault);
        }

        try
        {
            return (Read(root), null);
        }
        catch (Exception exception) when (exception is ShapeException or InvalidOperationException)
        {
            return (null, new ReplyFault(ReplyFaultKind.WrongStructure, exception.Message));
        }
    }

    private static CategorizationAnswer Read(JsonElement root)
    {
        JsonShape.RequireMembers(root, "reply", "category", "components", "confidence", "rationale", "evidence");
        return new CategorizationAnswer(
            JsonShape.IntegerOrNull(root, "reply", "category"),
            JsonShape.List(root, "reply", "components", ReadComponent),
            JsonShape.Share(root, "reply", "confidence"),
            JsonShape.Text(root, "reply", "rationale"),
            JsonShape.Texts(root, "reply", "evidence"));
    }

    private static AnsweredComponent ReadComponent(JsonElement element, string path)
    {
        JsonShape.RequireMembers(element, path, "name", "category");
        return new AnsweredComponent(JsonShape.Text(element, path, "name"), JsonShape.Integer(element, path, "category"));
    }
}
