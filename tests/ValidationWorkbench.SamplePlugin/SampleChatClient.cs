using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace ValidationWorkbench.SamplePlugin;

/// <summary>
/// The least that a plugin needs: it answers every case with the category of its settings. The same question gets the same answer. A question that holds
/// the text of the setting <c>failsOn</c> fails, with the key in its message, and one that holds <c>hangsOn</c> is never answered. Where <c>notesEnd</c>
/// names a file, a line is added to it when the client is disposed of.
/// </summary>
public sealed class SampleChatClient(IReadOnlyDictionary<string, string> settings) : IChatClient
{
    /// <summary>How the workbench makes it.</summary>
    public static IChatClient Create(IReadOnlyDictionary<string, string> settings) => new SampleChatClient(settings);

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var question = messages.Last().Text;
        if (settings.TryGetValue("failsOn", out var fails) && question.Contains(fails, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"no luck with key {settings.GetValueOrDefault("key")}");
        }

        if (settings.TryGetValue("hangsOn", out var hangs) && question.Contains(hangs, StringComparison.Ordinal))
        {
            await Task.Delay(Timeout.Infinite, CancellationToken.None).ConfigureAwait(false);
        }

        var text = $$"""{"category":{{settings["category"]}},"components":[],"confidence":0.9,"rationale":"Seed {{options?.Seed?.ToString(CultureInfo.InvariantCulture)}}.","evidence":[]}""";
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, [new TextReasoningContent("I look it up."), new TextContent(text)]))
        {
            ResponseId = "sample",
            ModelId = options?.ModelId,
            FinishReason = ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = question.Length, OutputTokenCount = text.Length },
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        if (settings.TryGetValue("notesEnd", out var path))
        {
            File.AppendAllText(path, "disposed\n");
        }
    }
}
