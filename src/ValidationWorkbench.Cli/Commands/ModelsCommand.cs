using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ValidationWorkbench.Cli.Output;
using ValidationWorkbench.Files;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary><c>validate models list</c> and <c>validate models probe NAME</c>.</summary>
internal static class ModelsCommand
{
    public static Command Create(CliHost host) =>
        new("models", "Providers and models: what is known of them, and what an endpoint really does") { CreateList(host), CreateProbe(host) };

    private static Command CreateList(CliHost host)
    {
        var plan = new Option<string?>("--plan") { HelpName = "FILE", Description = "Show the models of this plan as well, as they would be asked" };
        var profile = CommonOptions.Profile();
        var provider = new Option<string?>("--provider") { HelpName = "NAME", Description = "Only what concerns this provider" };
        var discover = new Option<string?>("--discover")
        {
            HelpName = "NAME",
            Description = "Ask the endpoint of this model of the plan which models it serves, and show nothing else; the default plan where --plan is left out",
        };
        var format = TableOrJson();
        var command = new Command("list",
            "List provider presets and known models with what they can do. Asks nobody unless --discover is given; no key is ever shown.")
        {
            plan, profile, provider, discover, format,
        };
        command.SetAction((result, cancellationToken) => result.GetValue(discover) is { } name
            ? DiscoverAsync(host, new DiscoverModels(result.GetValue(plan) ?? ShippedFiles.DefaultPlan, result.GetValue(profile), name),
                result.GetValue(format) == "json", cancellationToken)
            : ListAsync(host, new ListModels(result.GetValue(plan), result.GetValue(profile), result.GetValue(provider)),
                result.GetValue(format) == "json", cancellationToken));
        return command;
    }

    private static Command CreateProbe(CliHost host)
    {
        var name = new Argument<string>("NAME") { Description = "A model, by its name in the plan" };
        var plan = new Option<string?>("--plan") { HelpName = "FILE", Description = "The validation plan; the default plan if left out" };
        var profile = CommonOptions.Profile();
        var format = TableOrJson();
        var command = new Command(
            "probe",
            "Ask a model a few short questions and say what its endpoint honours, ignores or refuses. It costs a few calls, which are announced before "
            + "and counted after. A probe is no validation: it leaves no audit record and touches none. "
            + "Exit code 0: usable, 5: no answer or another model answers, 2: the plan or a key is at fault.")
        {
            name, plan, profile, format,
        };
        command.SetAction((result, cancellationToken) =>
            ProbeAsync(host,
                new ProbeModel(result.GetValue(plan) ?? ShippedFiles.DefaultPlan, result.GetRequiredValue(name)) { Profile = result.GetValue(profile) },
                result.GetValue(format) == "json", cancellationToken));
        return command;
    }

    private static async Task<int> ProbeAsync(CliHost host, ProbeModel request, bool json, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.WithoutRecords(host);
        var console = host.ConsoleOn(json ? host.Error : host.Out);
        var report = await workbench.SendAsync(request with { OnStart = model => ProbeTable.Announce(console, model) }, cancellationToken)
            .ConfigureAwait(false);
        var exitCode = report.Usable ? ExitCode.Go : ExitCode.Invalid;
        if (json)
        {
            await host.Out.WriteLineAsync(ProbeTable.Json(report, exitCode)).ConfigureAwait(false);
        }
        else
        {
            ProbeTable.Write(console, report);
        }

        return exitCode;
    }

    private static async Task<int> ListAsync(CliHost host, ListModels request, bool json, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.WithoutRecords(host);
        var known = await workbench.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (json)
        {
            await host.Out.WriteLineAsync(ModelTables.Json(known)).ConfigureAwait(false);
        }
        else
        {
            ModelTables.Write(host.ConsoleOn(host.Out), known);
        }

        return ExitCode.Go;
    }

    private static async Task<int> DiscoverAsync(CliHost host, DiscoverModels request, bool json, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.WithoutRecords(host);
        var found = await workbench.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var exitCode = found.Fault is null ? ExitCode.Go : ExitCode.Invalid;
        if (found.Fault is { } fault)
        {
            await host.Error.WriteLineAsync($"validate: {found.Model.Endpoint}: gives no list of models for {request.Model}: {fault}")
                .ConfigureAwait(false);
        }

        if (json)
        {
            var answer = new
            {
                name = request.Model,
                endpoint = found.Model.Endpoint,
                model = found.Model.Model,
                models = found.Ids,
                fault = found.Fault?.ToString(),
                exitCode
            };
            await host.Out.WriteLineAsync(JsonSerializer.Serialize(answer, JsonOutput.Options)).ConfigureAwait(false);
        }
        else if (found.Ids is { } ids)
        {
            var count = ids.Count.ToString(CultureInfo.InvariantCulture);
            await host.Out.WriteLineAsync($"{found.Model.Endpoint} serves {(ids.Count == 1 ? "1 model" : $"{count} models")}").ConfigureAwait(false);
            foreach (var id in ids)
            {
                await host.Out.WriteLineAsync($"  {id}").ConfigureAwait(false);
            }
        }

        return exitCode;
    }

    private static Option<string> TableOrJson()
    {
        var format = new Option<string>("--format")
        {
            HelpName = "table|json",
            Description = "Form of the output",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong("table", "json");
        return format;
    }
}
