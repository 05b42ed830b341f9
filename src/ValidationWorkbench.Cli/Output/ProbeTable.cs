using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Probing;

namespace ValidationWorkbench.Cli.Output;

/// <summary>What a probe will cost, and what it showed.</summary>
internal static class ProbeTable
{
    /// <summary>Written before the first call.</summary>
    public static void Announce(IAnsiConsole console, ModelSpec model)
    {
        var most = ProbeQuestions.MostTokens(model);
        console.WriteLine($"Probing {model.DisplayName}{(model.HasEndpoint ? $" as {model.Model} at {model.Endpoint}" : string.Empty)}");
        Lines.WriteFact(console, "Estimate", string.Create(CultureInfo.InvariantCulture,
            $"{ProbeQuestions.Calls} calls, about {most.PromptTokens} tokens in and at most {most.CompletionTokens} out where length limits are kept{Cost(model, most)}"));
    }

    public static void Write(IAnsiConsole console, ProbeReport report)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn(new TableColumn("What").NoWrap()).AddColumn(new TableColumn("Outcome").NoWrap())
            .AddColumn("Seen")
            .AddColumn(new TableColumn("Time").NoWrap().RightAligned());
        foreach (var finding in report.Findings)
        {
            table.AddRow(finding.Subject, $"[{ColourOf(finding.Outcome)}]{Word(finding.Outcome)}[/]", Markup.Escape(finding.Detail),
                finding.Latency is { } latency ? string.Create(CultureInfo.InvariantCulture, $"{latency.TotalSeconds:0.000} s") : string.Empty);
        }

        console.Write(table);
        Lines.WriteFact(console, "Used", string.Create(CultureInfo.InvariantCulture,
            $"{report.Calls} calls, {report.Usage.PromptTokens} tokens in and {report.Usage.CompletionTokens} out as the endpoint counts{Cost(report.Model, report.Usage)}"));
        Lines.WriteFact(console, "Result", report.Usable
            ? "usable: the model that was asked for answers. One call shows what an endpoint can do, not what it always does."
            : "not usable: see the lines above.");
    }

    public static string Json(ProbeReport report, int exitCode) => JsonSerializer.Serialize(new
    {
        name = report.Model.Name,
        model = report.Model.Model,
        endpoint = report.Model.Endpoint,
        usable = report.Usable,
        exitCode,
        findings = report.Findings.Select(finding =>
            new { finding.Subject, outcome = Word(finding.Outcome), finding.Detail, latencyMs = finding.Latency?.TotalMilliseconds }),
        estimate = new { calls = ProbeQuestions.Calls, most = ProbeQuestions.MostTokens(report.Model) },
        used = new { report.Calls, report.Usage, cost = report.Model.Price?.CostOf(report.Usage), currency = report.Model.Price?.Currency },
    }, JsonOutput.Options);

    private static string Cost(ModelSpec model, TokenUsage usage) =>
        model.Price is { } price ? string.Create(CultureInfo.InvariantCulture, $", {price.CostOf(usage):0.0000} {price.Currency}") : string.Empty;

    private static string Word(ProbeOutcome outcome) => CriterionWords.Kebab(outcome).Replace('-', ' ');

    private static string ColourOf(ProbeOutcome outcome) => outcome switch
    {
        ProbeOutcome.Honoured => "green",
        ProbeOutcome.Ignored or ProbeOutcome.Refused => "yellow",
        _ => "grey",
    };
}
