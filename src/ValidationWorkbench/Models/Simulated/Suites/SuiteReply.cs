using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ValidationWorkbench.Models;

/// <summary>Writes a drafted suite as the JSON text that the schema asks for.</summary>
internal static class SuiteReply
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(DraftedSuite suite)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("tests");
            foreach (var test in suite.Tests)
            {
                WriteTest(writer, test);
            }

            writer.WriteEndArray();
            writer.WriteNumber("confidence", suite.Confidence);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteTest(Utf8JsonWriter writer, DraftedTest test)
    {
        writer.WriteStartObject();
        writer.WriteString("id", test.Id);
        writer.WriteString("title", test.Title);
        WriteTexts(writer, "requirementIds", test.RequirementIds);
        WriteTexts(writer, "prerequisites", test.Prerequisites);
        writer.WriteStartArray("steps");
        for (var i = 0; i < test.Steps.Count; i++)
        {
            WriteStep(writer, i + 1, test.Steps[i]);
        }

        writer.WriteEndArray();
        WriteTexts(writer, "acceptanceCriteria", test.AcceptanceCriteria);
        writer.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter writer, int number, DraftedStep step)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number", number);
        writer.WriteString("action", step.Action);
        writer.WriteString("expectedResult", step.ExpectedResult);
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
