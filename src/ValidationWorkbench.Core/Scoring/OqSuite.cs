using System.Globalization;
using System.Text.Json;
using ValidationWorkbench.Models;

namespace ValidationWorkbench.Scoring;

/// <summary>An OQ suite that obeys the structure.</summary>
/// <param name="Tests">Its tests in order.</param>
/// <param name="Confidence">Confidence the model states, in [0,1].</param>
public sealed record OqSuite(IReadOnlyList<OqTest> Tests, double Confidence)
{
    /// <summary>Steps that a suite may have. A model that repeats itself without end writes more; no person could review them.</summary>
    public const int MostSteps = 2000;

    /// <summary>All steps of all tests in order.</summary>
    public IEnumerable<OqStep> Steps => Tests.SelectMany(test => test.Steps);

    /// <summary>The suite, or the fault. Exactly one of the two is given.</summary>
    public static (OqSuite? Suite, ReplyFault? Fault) Read(ModelReply reply)
    {
        var (root, fault) = StrictJson.Read(reply);
        if (fault is not null)
        {
            return (null, fault);
        }

        try
        {
            JsonShape.RequireMembers(root, "reply", "tests", "confidence");
            var suite = new OqSuite(JsonShape.List(root, "reply", "tests", ReadTest), JsonShape.Share(root, "reply", "confidence"));
            var steps = suite.Steps.Count();
            return steps <= MostSteps ? (suite, null)
                : (null, new ReplyFault(ReplyFaultKind.WrongStructure, string.Create(CultureInfo.InvariantCulture, $"{steps} steps in all, more than the {MostSteps} that a suite may have")));
        }
        catch (Exception exception) when (exception is ShapeException or InvalidOperationException)
        {
            return (null, new ReplyFault(ReplyFaultKind.WrongStructure, exception.Message));
        }
    }

    private static OqTest ReadTest(JsonElement element, string path)
    {
        JsonShape.RequireMembers(element, path, "id", "title", "requirementIds", "prerequisites", "steps", "acceptanceCriteria");
        return new OqTest(
            JsonShape.Text(element, path, "id"),
            JsonShape.Text(element, path, "title"),
            JsonShape.Texts(element, path, "requirementIds"),
            JsonShape.Texts(element, path, "prerequisites"),
            JsonShape.List(element, path, "steps", ReadStep),
            JsonShape.Texts(element, path, "acceptanceCriteria"));
    }

    private static OqStep ReadStep(JsonElement element, string path)
    {
        JsonShape.RequireMembers(element, path, "number", "action", "expectedResult");
        return new OqStep(JsonShape.Integer(element, path, "number"), JsonShape.Text(element, path, "action"), JsonShape.Text(element, path, "expectedResult"));
    }
}
