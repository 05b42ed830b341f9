using System.Text;
using System.Text.Json;
using ValidationWorkbench.Models;
using ValidationWorkbench.Tests.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Models;

public sealed class CassetteTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Index => folder.PathOf("index.jsonl");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_recorded_call_comes_back_byte_for_byte()
    {
        var reply = new byte[] { 0, 1, 0xFF, (byte)'\r', (byte)'\n', 0xEF, 0xBB, 0xBF };
        var exchange = new ModelExchange
        {
            RequestBytes = ChatCompletionRequest.ToBytes(Questions.Ask()),
            ReplyBytes = reply,
            HttpStatus = 429,
            RetryAfter = TimeSpan.FromMilliseconds(1.5),
            Latency = TimeSpan.FromTicks(123457),
        };
        Assert.Same(exchange, await RecordAsync(Questions.Ask(), exchange));

        Assert.Equal(JsonSerializer.Serialize(exchange), JsonSerializer.Serialize(await PlayAsync(Questions.Ask())));
    }

    [Fact]
    public async Task A_call_without_reply_comes_back_as_one()
    {
        var exchange = new ModelExchange { RequestBytes = ChatCompletionRequest.ToBytes(Questions.Ask()), ReplyBytes = [], TransportError = "no reply within 1 s", Latency = TimeSpan.FromSeconds(1) };
        await RecordAsync(Questions.Ask(), exchange);

        Assert.Equal(JsonSerializer.Serialize(exchange), JsonSerializer.Serialize(await PlayAsync(Questions.Ask())));
        Assert.Empty(Directory.GetFiles(folder.PathOf("replies")));
    }

    [Fact]
    public async Task Repeats_and_attempts_of_one_request_are_kept_apart()
    {
        var recorder = Recorder();
        foreach (var repeat in new[] { 1, 1, 2 })
        {
            await recorder.AskAsync(Questions.Ask(repeat: repeat), CancellationToken.None);
        }

        var player = new RecordedModelClient(Cassette.OpenForPlaying(folder.Root), "m");
        async Task<string> PlayAsync(int repeat) => Encoding.UTF8.GetString((await player.AskAsync(Questions.Ask(repeat: repeat), CancellationToken.None)).ReplyBytes);

        Assert.Equal("reply 3", await PlayAsync(2));
        Assert.Equal("reply 1", await PlayAsync(1));
        Assert.Equal("reply 2", await PlayAsync(1));
        Assert.Single(Directory.GetFiles(folder.PathOf("requests")));
    }

    [Fact]
    public async Task A_recording_can_be_gone_on_with()
    {
        await Recorder().AskAsync(Questions.Ask("one"), CancellationToken.None);
        await Recorder().AskAsync(Questions.Ask("two"), CancellationToken.None);

        Assert.Equal(2, Cassette.OpenForPlaying(folder.Root).Count);
        Assert.Equal(Sha256Hex.Of(await File.ReadAllBytesAsync(Index)), Cassette.OpenForPlaying(folder.Root).Sha256);
    }

    [Fact]
    public async Task A_new_recording_is_not_mixed_with_an_old_one()
    {
        await Recorder().AskAsync(Questions.Ask("one"), CancellationToken.None);

        Assert.EndsWith("holds a recording already; name an empty folder with --record.", Assert.Throws<InputException>(() => Cassette.OpenForRecording(folder.Root, TimeProvider.System)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_was_never_recorded_is_trouble_at_the_endpoint()
    {
        await Recorder().AskAsync(Questions.Ask("one"), CancellationToken.None);
        var exchange = await PlayAsync(Questions.Ask("other"));

        Assert.Null(exchange.HttpStatus);
        Assert.Equal("the recording holds no reply to this request", exchange.TransportError);
        Assert.Equal(ChatCompletionRequest.ToBytes(Questions.Ask("other")), exchange.RequestBytes);
    }

    [Fact]
    public async Task An_altered_reply_is_refused_by_name()
    {
        await Recorder().AskAsync(Questions.Ask(), CancellationToken.None);
        var reply = Assert.Single(Directory.GetFiles(folder.PathOf("replies")));
        await File.WriteAllTextAsync(reply, "reply 2");

        Assert.Equal($"{reply}: was altered after it was recorded: its SHA-256 differs from its name.", Faults.OnlyOf(() => PlayAsync(Questions.Ask()).GetAwaiter().GetResult()));
        File.Delete(reply);
        Assert.Equal($"{reply}: is missing from the recording.", Faults.OnlyOf(() => PlayAsync(Questions.Ask()).GetAwaiter().GetResult()));
    }

    [Theory]
    [InlineData("{\"requestSha256\":")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"requestSha256\":\"../../etc/passwd\",\"repeat\":1,\"attempt\":1,\"latencyMs\":1}")]
    public async Task A_broken_line_of_the_index_is_named_by_its_number(string line)
    {
        await Recorder().AskAsync(Questions.Ask(), CancellationToken.None);
        await File.AppendAllTextAsync(Index, line + "\n");

        Assert.Equal($"{Index}: line 2 is no entry of a recording.", Faults.OnlyOf(() => Cassette.OpenForPlaying(folder.Root)));
        Assert.Equal($"{Index}: line 2 is no entry of a recording.", Faults.OnlyOf(() => Cassette.OpenForRecording(folder.Root, TimeProvider.System)));
    }

    [Fact]
    public void A_folder_without_a_recording_cannot_be_played() =>
        Assert.Equal($"{folder.Root}: holds no recording (no index.jsonl). Make one with --record DIR.", Faults.OnlyOf(() => Cassette.OpenForPlaying(folder.Root)));

    [Fact]
    public void A_folder_that_is_a_file_cannot_be_recorded_to()
    {
        var path = folder.Write("file", "x");

        Assert.StartsWith($"{path}: cannot be used for a recording: ", Faults.OnlyOf(() => Cassette.OpenForRecording(path, TimeProvider.System)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_from_many_threads_are_all_recorded()
    {
        var recorder = Recorder();
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), async (i, token) => await recorder.AskAsync(Questions.Ask($"case {i % 50}"), token));

        Assert.Equal(200, Cassette.OpenForPlaying(folder.Root).Count);
        Assert.Equal(200, (await File.ReadAllLinesAsync(Index)).Length);
    }

    private RecordingModelClient Recorder() => new(
        new ScriptedClient((request, count) => new ModelExchange
        {
            RequestBytes = ChatCompletionRequest.ToBytes(request),
            ReplyBytes = Encoding.UTF8.GetBytes($"reply {count}"),
            HttpStatus = 200,
            Latency = TimeSpan.FromSeconds(1),
        }),
        Cassette.OpenForRecording(folder.Root, TimeProvider.System, goOn: true), "m");

    private Task<ModelExchange> RecordAsync(ModelRequest request, ModelExchange exchange) =>
        new RecordingModelClient(new ScriptedClient((_, _) => exchange), Cassette.OpenForRecording(folder.Root, TimeProvider.System), "m").AskAsync(request, CancellationToken.None);

    private Task<ModelExchange> PlayAsync(ModelRequest request) =>
        new RecordedModelClient(Cassette.OpenForPlaying(folder.Root), "m").AskAsync(request, CancellationToken.None);
}
