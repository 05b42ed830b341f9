using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace ValidationWorkbench.Models;

/// <summary>
/// Asks a chat client that the plan brings along. On record stand our own canonical request, which says what was asked for, and the answer in the shape of
/// the OpenAI protocol; an exception of the client is trouble at the endpoint.
/// </summary>
internal sealed class PluginModelClient(IChatClient client, ModelSpec spec, string? key, TimeProvider timeProvider) : IModelClient, IDisposable
{
    private readonly SecretKey secret = new(key);

    public async Task<ModelExchange> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(spec.TimeoutSeconds), timeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var requestBytes = ChatCompletionRequest.ToBytes(request);
        var started = timeProvider.GetTimestamp();
        try
        {
            // On a thread of its own and not waited for beyond the limit: a client that blocks or ignores the token must not hold up the run.
            var response = await Task.Run(() => client.GetResponseAsync(MessagesOf(request), OptionsOf(request), linked.Token), linked.Token)
                .WaitAsync(linked.Token).ConfigureAwait(false);
            return new ModelExchange
            {
                RequestBytes = requestBytes,
                ReplyBytes = PluginReplyBody.Write(response, secret.RemoveFrom),
                HttpStatus = (int)HttpStatusCode.OK,
                Latency = timeProvider.GetElapsedTime(started),
            };
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var why = exception is OperationCanceledException && timeout.IsCancellationRequested
                ? string.Create(CultureInfo.InvariantCulture, $"no reply within {spec.TimeoutSeconds} s")
                : $"{exception.GetType().Name}: {exception.Message}";
            return new ModelExchange
            {
                RequestBytes = requestBytes,
                ReplyBytes = [],
                TransportError = secret.RemoveFrom(why),
                Latency = timeProvider.GetElapsedTime(started)
            };
        }
    }

    public void Dispose()
    {
        try
        {
            client.Dispose();
        }
        catch (Exception)
        {
            // Every answer is on record by now; what the plugin fails at here spoils none of them.
        }
    }

    private static List<ChatMessage> MessagesOf(ModelRequest request) =>
        [new(ChatRole.System, request.SystemPrompt), new(ChatRole.User, request.UserPrompt)];

    private static ChatOptions OptionsOf(ModelRequest request)
    {
        var parameters = request.Parameters;
        using var schema = JsonDocument.Parse(request.Schema.Json);
        var options = new ChatOptions
        {
            ModelId = request.Model,
            Temperature = (float?)parameters.Temperature,
            TopP = (float?)parameters.TopP,
            MaxOutputTokens = parameters.MaxTokens,
            Seed = parameters.Seed,
            ResponseFormat = request.Settings.Omit.Contains("response_format") ? null
                : ChatResponseFormat.ForJsonSchema(schema.RootElement.Clone(), request.Schema.Name),
        };
        if (parameters.ReasoningEffort is { } effort)
        {
            options.Reasoning = Enum.TryParse<ReasoningEffort>(effort, ignoreCase: true, out var known) ? new ReasoningOptions { Effort = known }
                : null;
            options.AdditionalProperties = new AdditionalPropertiesDictionary { ["reasoning_effort"] = effort };
        }

        return options;
    }
}
