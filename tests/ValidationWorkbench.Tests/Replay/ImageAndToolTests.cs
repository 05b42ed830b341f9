using System.Text.Json;
using ValidationWorkbench.Files;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Scoring;
using ValidationWorkbench.Tests.Models;
using Xunit;

namespace ValidationWorkbench.Tests.Replay;

/// <summary>Cases that carry an image and a tool: what is sent, what a tool call is, and who cannot be asked.</summary>
public sealed class ImageAndToolTests
{
    private const string Calls = """[{"id":"c1","type":"function","function":{"name":"look_up","arguments":"{\"id\":7}"}}]""";

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task Image_and_tool_go_out_with_the_case_and_a_tool_call_is_an_outcome_of_its_own()
    {
        await using var bench = new RunBench(call => call.Text.Contains("look_up", StringComparison.Ordinal) && call.Model == "m-new"
            ? LoopbackAnswer.Of(200, $$"""{"id":"x","model":"m-new","choices":[{"message":{"content":null,"tool_calls":{{Calls}}},"finish_reason":"tool_calls"}]}""")
            : LoopbackAnswer.Category(4, call.Model));
        await EquipAsync(bench);
        var runId = await bench.PlanAsync();
        await bench.ExecuteAsync(runId);
        var assessed = await bench.AssessAsync(runId);

        using var sent = JsonDocument.Parse(bench.Questions.First(call => call.Text.Contains("look_up", StringComparison.Ordinal)).Body);
        var parts = sent.RootElement.GetProperty("messages")[1].GetProperty("content");
        Assert.Equal("text", parts[0].GetProperty("type").GetString());
        Assert.Equal($"data:image/png;base64,{Convert.ToBase64String(Png)}", parts[1].GetProperty("image_url").GetProperty("url").GetString());
        Assert.Equal("object", sent.RootElement.GetProperty("tools")[0].GetProperty("function").GetProperty("parameters").GetProperty("type").GetString());
        Assert.Equal(4, bench.Questions.Count(call => !call.Text.Contains("tools", StringComparison.Ordinal) && !call.Text.Contains("image_url", StringComparison.Ordinal)));

        var score = Assert.Single(assessed.Scored.Scores, score => score.Fault is not null);
        Assert.Equal((ReplyFaultKind.ToolCall, "a tool call and no answer: look_up({\"id\":7})"), (score.Fault!.Value, score.Reason));
        Assert.Equal([0, 1], assessed.Assessment.Unreadable.Select(answers => answers.ToolCall));
        Assert.Equal([0, 0], assessed.Assessment.Unreadable.Select(answers => answers.Empty));
        Assert.Contains(assessed.Configuration.CaseSets[0].Documents, file => file.Name == "pictures/a.png" && file.Sha256 == Sha256Hex.Of(Png));
        Assert.True((await bench.VerifyAsync(deep: true)).Holds);
    }

    [Fact]
    public async Task Another_image_is_another_case_set()
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model));
        await EquipAsync(bench);
        await File.WriteAllBytesAsync(bench.Folder.PathOf("cases/pictures/a.png"), [.. Png, 4]);

        Assert.Contains("Restore the pinned file", (await Assert.ThrowsAsync<InputException>(() => bench.PlanAsync())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("provider: custom", "provider: ollama-native", "cases C-01 with tools: model old is asked in Ollama's own protocol; use provider ollama")]
    [InlineData("model: m-new", "model: gpt-oss-120b", "case C-01 with images: model new is gpt-oss-120b, which takes no images; name another model, or leave these cases out.")]
    public async Task Who_cannot_be_asked_is_named_with_case_and_remedy_before_any_call(string from, string to, string expected)
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model), plan => plan.Replace(from, to, StringComparison.Ordinal));
        await EquipAsync(bench);
        var refused = await Assert.ThrowsAsync<InputException>(() => bench.PlanAsync());

        Assert.Contains(refused.Faults, fault => fault.Message.StartsWith(expected.Replace("cases C-01", "case C-01", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Empty(bench.Calls);
    }

    [Theory]
    [InlineData("a.gif", "a .png, .jpg or .jpeg file beside or below the case file is needed.")]
    [InlineData("../a.png", "a .png, .jpg or .jpeg file beside or below the case file is needed.")]
    [InlineData("none.png", "does not exist.")]
    [InlineData("text.png", "which is neither PNG nor JPEG by its first bytes.")]
    public async Task What_is_no_image_is_refused_with_its_place(string name, string expected)
    {
        await using var bench = new RunBench(call => LoopbackAnswer.Category(4, call.Model));
        bench.Folder.Write("cases/text.png", "no image");
        var refused = await Assert.ThrowsAsync<InputException>(() => EquipAsync(bench, name));

        Assert.Contains(refused.Faults, fault => fault.Path == "cases[0].images[0]" && fault.Message.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_streamed_tool_call_is_put_together_from_its_pieces()
    {
        var stream = string.Concat(
            LoopbackAnswer.Piece("m", """{"tool_calls":[{"index":0,"id":"c1","function":{"name":"look_up","arguments":"{\"id\""}}]}"""),
            LoopbackAnswer.Piece("m", """{"tool_calls":[{"index":0,"function":{"arguments":":7}"}}]}"""), LoopbackAnswer.Piece("m", "{}", "tool_calls"));
        var reply = ChatCompletionReader.Read(200, null, System.Text.Encoding.UTF8.GetBytes(stream), new EndpointSettings()).Reply!;

        Assert.Equal((string.Empty, "look_up({\"id\":7})"), (reply.Text, ToolCallText.Of(reply.ToolCalls!)));
    }

    /// <summary>Gives the first case an image and a tool, and pins the set anew.</summary>
    private static async Task EquipAsync(RunBench bench, string image = "pictures/a.png")
    {
        var path = bench.Folder.PathOf("cases/bench.yaml");
        var before = Sha256Hex.Of(await File.ReadAllBytesAsync(path));
        Directory.CreateDirectory(bench.Folder.PathOf("cases/pictures"));
        await File.WriteAllBytesAsync(bench.Folder.PathOf("cases/pictures/a.png"), Png);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("    title: System 01\n",
            $"    title: System 01\n    images: [{image}]\n    tools: [{{ name: look_up, description: Looks up, parameters: '{{\"type\":\"object\"}}' }}]\n",
            StringComparison.Ordinal));
        var plan = await File.ReadAllTextAsync(bench.PlanPath);
        await File.WriteAllTextAsync(bench.PlanPath, plan.Replace(before, CaseSetFile.Read(path).Sha256, StringComparison.Ordinal));
    }
}
