using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ValidationWorkbench.Tests.Models;

namespace ValidationWorkbench.Specs.Drivers;

/// <summary>An endpoint of the scenario's own that stands in for the candidate. What is behind it can be exchanged between two runs.</summary>
public sealed partial class EndpointDriver : IAsyncDisposable
{
    private readonly LoopbackServer server;

    public EndpointDriver() => server = new LoopbackServer(Answer);

    /// <summary>Base address.</summary>
    public string Address => server.Address;

    /// <summary>The first so many cases get another category than the expected one.</summary>
    public int Wrong { get; set; }

    /// <summary>Name under which it answers.</summary>
    public string Model { get; set; } = "sim-b";

    /// <summary>Backend that it names.</summary>
    public string Fingerprint { get; set; } = "fp-1";

    /// <summary>Every call so far.</summary>
    internal IReadOnlyList<LoopbackCall> Calls => server.Calls;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private LoopbackAnswer Answer(LoopbackCall call)
    {
        if (call.Method == "GET")
        {
            return LoopbackAnswer.Of(200, JsonSerializer.Serialize(new { data = new[] { new { id = Model } } }));
        }

        // Whatever is no case is answered in prose.
        if (CaseNumber().Match(call.UserPrompt!) is not { Success: true } match)
        {
            return LoopbackAnswer.Completion("A sentence.", Model);
        }

        var number = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        var content = JsonSerializer.Serialize(new { category = number <= Wrong ? 4 : 3, components = Array.Empty<object>(), confidence = 0.9, rationale = "It is so.", evidence = Array.Empty<string>() });
        return LoopbackAnswer.Of(200, JsonSerializer.Serialize(new
        {
            id = "x",
            model = Model,
            system_fingerprint = Fingerprint,
            choices = new[] { new { index = 0, message = new { role = "assistant", content }, finish_reason = "stop" } },
            usage = new { prompt_tokens = 10, completion_tokens = 10 },
        }));
    }

    [GeneratedRegex(@"Document: Balance (\d+)")]
    private static partial Regex CaseNumber();
}
