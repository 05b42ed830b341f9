using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.Models;

/// <summary>
/// The body of a request: a fixed key order, so that equal questions are equal bytes and one hash names them. Parameters that are null, or that the
/// endpoint's settings omit, are left out.
/// </summary>
public static class ChatCompletionRequest
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions MergedOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>UTF-8 JSON of the request, in the protocol of its settings.</summary>
    public static byte[] ToBytes(ModelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("model", request.Model);
            WriteMessages(writer, request);
            if (request.Settings.PathStyle == PathStyle.OllamaNative)
            {
                WriteOllama(writer, request);
            }
            else
            {
                WriteParameters(writer, request);
                WriteStructure(writer, request);
                WriteTools(writer, request.Tools);
                WriteStreaming(writer, request.Settings);
            }

            writer.WriteEndObject();
        }

        return request.Settings.ExtraBody is { } extra ? Merge(stream.ToArray(), extra) : stream.ToArray();
    }

    /// <summary>The system message: the instructions and, where the endpoint is not given the structure as a schema of its own, the schema in
    /// words.</summary>
    /// <param name="instructions">Text of the prompt file.</param>
    /// <param name="settings">How the endpoint is talked to.</param>
    /// <param name="schema">Structure asked for.</param>
    public static string SystemMessage(string instructions, EndpointSettings settings, ReplySchema schema)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(schema);
        return settings.StructuredOutput == StructuredOutput.JsonSchema ? instructions
            : $"{instructions}\n\nReply with one JSON value and nothing else. It must obey this JSON schema:\n{schema.Json}";
    }

    private static void WriteMessages(Utf8JsonWriter writer, ModelRequest request)
    {
        writer.WriteStartArray("messages");
        WriteMessage(writer, "system", SystemMessage(request.SystemPrompt, request.Settings, request.Schema));
        if (request.Images.Count == 0)
        {
            WriteMessage(writer, "user", request.UserPrompt);
        }
        else
        {
            WriteParts(writer, request);
        }

        writer.WriteEndArray();
    }

    private static void WriteMessage(Utf8JsonWriter writer, string role, string content)
    {
        writer.WriteStartObject();
        writer.WriteString("role", role);
        writer.WriteString("content", content);
        writer.WriteEndObject();
    }

    /// <summary>Text and images as content parts, each image as a data URL, so that an endpoint has to fetch nothing.</summary>
    private static void WriteParts(Utf8JsonWriter writer, ModelRequest request)
    {
        writer.WriteStartObject();
        writer.WriteString("role", "user");
        writer.WriteStartArray("content");
        writer.WriteStartObject();
        writer.WriteString("type", "text");
        writer.WriteString("text", request.UserPrompt);
        writer.WriteEndObject();
        foreach (var image in request.Images)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "image_url");
            writer.WriteStartObject("image_url");
            writer.WriteString("url", $"data:{image.MediaType};base64,{Convert.ToBase64String(image.Bytes)}");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTools(Utf8JsonWriter writer, IReadOnlyList<RequestTool> tools)
    {
        if (tools.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("tools");
        foreach (var tool in tools)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "function");
            writer.WriteStartObject("function");
            writer.WriteString("name", tool.Name);
            writer.WriteString("description", tool.Description);
            writer.WritePropertyName("parameters");
            writer.WriteRawValue(tool.Parameters);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteParameters(Utf8JsonWriter writer, ModelRequest request)
    {
        var parameters = request.Parameters;
        WriteNumber(writer, request.Settings, "temperature", parameters.Temperature);
        WriteNumber(writer, request.Settings, "top_p", parameters.TopP);
        WriteNumber(writer, request.Settings, request.Settings.LengthField, parameters.MaxTokens);
        WriteNumber(writer, request.Settings, "seed", parameters.Seed);
        if (parameters.ReasoningEffort is { } effort && !request.Settings.Omit.Contains("reasoning_effort"))
        {
            writer.WriteString("reasoning_effort", effort);
        }
    }

    private static void WriteStructure(Utf8JsonWriter writer, ModelRequest request)
    {
        if (request.Settings.StructuredOutput == StructuredOutput.Prompt || request.Settings.Omit.Contains("response_format"))
        {
            return;
        }

        writer.WriteStartObject("response_format");
        if (request.Settings.StructuredOutput == StructuredOutput.JsonObject)
        {
            writer.WriteString("type", "json_object");
        }
        else
        {
            writer.WriteString("type", "json_schema");
            writer.WriteStartObject("json_schema");
            writer.WriteString("name", request.Schema.Name);
            writer.WriteBoolean("strict", true);
            writer.WritePropertyName("schema");
            writer.WriteRawValue(request.Schema.Json);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteStreaming(Utf8JsonWriter writer, EndpointSettings settings)
    {
        if (settings.Stream)
        {
            writer.WriteBoolean("stream", true);
            writer.WriteStartObject("stream_options");
            writer.WriteBoolean("include_usage", true);
            writer.WriteEndObject();
        }
    }

    /// <summary>Ollama streams unless told not to, and reads its settings from <c>options</c> alone.</summary>
    private static void WriteOllama(Utf8JsonWriter writer, ModelRequest request)
    {
        var (settings, parameters) = (request.Settings, request.Parameters);
        writer.WriteBoolean("stream", settings.Stream);
        if (!settings.Omit.Contains("format"))
        {
            WriteFormat(writer, request);
        }

        if (parameters.ReasoningEffort is { } effort && !settings.Omit.Contains("think"))
        {
            writer.WriteString("think", effort);
        }

        writer.WriteStartObject("options");
        WriteNumber(writer, settings, "temperature", parameters.Temperature);
        WriteNumber(writer, settings, "top_p", parameters.TopP);
        WriteNumber(writer, settings, settings.LengthField, parameters.MaxTokens);
        WriteNumber(writer, settings, "seed", parameters.Seed);
        WriteNumber(writer, settings, "num_ctx", settings.ContextWindow);
        writer.WriteEndObject();
    }

    private static void WriteFormat(Utf8JsonWriter writer, ModelRequest request)
    {
        if (request.Settings.StructuredOutput == StructuredOutput.JsonSchema)
        {
            writer.WritePropertyName("format");
            writer.WriteRawValue(request.Schema.Json);
        }
        else if (request.Settings.StructuredOutput == StructuredOutput.JsonObject)
        {
            writer.WriteString("format", "json");
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, EndpointSettings settings, string name, double? value)
    {
        if (value is { } number && !settings.Omit.Contains(name))
        {
            writer.WriteNumber(name, number);
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, EndpointSettings settings, string name, long? value)
    {
        if (value is { } number && !settings.Omit.Contains(name))
        {
            writer.WriteNumber(name, number);
        }
    }

    /// <summary>Adds the members of a JSON object; those of objects within are added to those within, and a member that stands already is replaced.</summary>
    private static byte[] Merge(byte[] body, string extra)
    {
        var target = JsonNode.Parse(body)!.AsObject();
        Add(target, JsonNode.Parse(extra)!.AsObject());
        return JsonSerializer.SerializeToUtf8Bytes(target, MergedOptions);
    }

    private static void Add(JsonObject target, JsonObject extra)
    {
        foreach (var (name, value) in extra)
        {
            if (value is JsonObject inner && target[name] is JsonObject known)
            {
                Add(known, inner);
            }
            else
            {
                target[name] = value?.DeepClone();
            }
        }
    }
}
