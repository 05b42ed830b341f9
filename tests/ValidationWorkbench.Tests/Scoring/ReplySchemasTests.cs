using System.Text.Json;
using ValidationWorkbench.Models;
using ValidationWorkbench.Scoring;
using Xunit;

namespace ValidationWorkbench.Tests.Scoring;

/// <summary>What is asked of the models is what is accepted from them.</summary>
public sealed class ReplySchemasTests
{
    [Fact]
    public void Every_object_of_a_schema_requires_all_its_members_and_allows_no_others()
    {
        var objects = Objects(Root(ReplySchemas.Categorization)).Concat(Objects(Root(ReplySchemas.OqSuite))).ToList();
        Assert.Equal(5, objects.Count);
        Assert.All(objects, element =>
        {
            Assert.False(element.GetProperty("additionalProperties").GetBoolean());
            Assert.Equal(element.GetProperty("properties").EnumerateObject().Select(member => member.Name), element.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
        });
    }

    [Fact]
    public void The_least_reply_of_the_categorization_schema_is_an_answer() =>
        Assert.Null(CategorizationAnswer.Read(Make.Reply(Example(Root(ReplySchemas.Categorization)))).Fault);

    [Fact]
    public void The_least_reply_of_the_suite_schema_is_a_suite() => Assert.Null(OqSuite.Read(Make.Reply(Example(Root(ReplySchemas.OqSuite)))).Fault);

    [Fact]
    public void The_category_is_any_integer_so_that_a_retired_category_shows() =>
        Assert.Equal("""{"type":["integer","null"]}""", Root(ReplySchemas.Categorization).GetProperty("properties").GetProperty("category").GetRawText());

    private static JsonElement Root(ReplySchema schema) => JsonElement.Parse(schema.Json);

    private static IEnumerable<JsonElement> Objects(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(member => Objects(member.Value))
            .Concat(schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "object" ? [schema] : []),
        _ => [],
    };

    /// <summary>A value with one item in every list.</summary>
    private static string Example(JsonElement schema) => TypeOf(schema) switch
    {
        "object" => $"{{{string.Join(',', schema.GetProperty("properties").EnumerateObject().Select(member => $"\"{member.Name}\":{Example(member.Value)}"))}}}",
        "array" => $"[{Example(schema.GetProperty("items"))}]",
        "string" => "\"text\"",
        _ => "1",
    };

    private static string? TypeOf(JsonElement schema) => schema.GetProperty("type") is { ValueKind: JsonValueKind.String } type ? type.GetString() : "integer";
}
