using System.CommandLine;
using ValidationWorkbench.Files;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary>The main job: <c>validate --model NAME</c>.</summary>
internal static class RunCommand
{
    private const string Description = """
        Shows whether a candidate language model may replace a baseline in a GxP use.

        Replays curated cases against both models, scores the answers, recommends GO, NO-GO or UNDECIDED by the criteria of a
        validation plan, keeps a hash-chained audit trail and writes the documents. The tool recommends; named humans sign.

        Example:
          validate --model gpt-oss-120b

        Exit codes:
          0 GO   1 NO-GO   2 usage or plan error   3 integrity failure   4 UNDECIDED   5 INVALID run
        """;

    public static RootCommand Create(CliHost host)
    {
        var model = new Option<string?>("--model") { HelpName = "NAME", Description = "The candidate, by its name in the plan" };
        var baseline = new Option<string?>("--baseline") { HelpName = "NAME", Description = "Another baseline than the plan's (a deviation from the plan)" };
        var plan = new Option<string?>("--plan") { HelpName = "FILE", Description = "The validation plan; if left out, validation-plan.yaml in this folder, else the one that ships" };
        var profile = CommonOptions.Profile();
        var offline = new Option<bool>("--offline")
        {
            Description = "Open no connection at all: only simulated models, --replay and a frozen baseline may answer",
        };
        var cases = new Option<string[]>("--cases") { HelpName = "PATH", Description = "Case file or folder in place of the plan's case sets; may be given more than once", Arity = ArgumentArity.OneOrMore };
        var repeats = new Option<int?>("--repeats") { HelpName = "K", Description = "Repeats of each case, odd (a deviation from the plan)" };
        var concurrency = new Option<int?>("--concurrency") { HelpName = "N", Description = "Calls under way at once, 1 to 1024" };
        var seed = new Option<long?>("--seed") { HelpName = "N", Description = "Seed of the order of calls and of the simulated model (a deviation from the plan)" };
        var reason = CommonOptions.Reason("Why the run departs from its plan, for the record; asked for at a terminal if left out");
        var record = new Option<string?>("--record") { HelpName = "DIR", Description = "Record every request and raw reply here as well" };
        var replay = new Option<string?>("--replay") { HelpName = "DIR", Description = "Answer from a recording in place of the models" };
        var resume = new Option<string?>("--resume") { HelpName = "RUN", Description = "Go on with a run that was cut off" };
        Option<string> output = CommonOptions.Out(), records = CommonOptions.Records(), format = CommonOptions.Format();
        var actor = CommonOptions.Actor();
        var anchor = CommonOptions.Anchor();
        var root = new RootCommand(Description) { model, baseline, plan, profile, cases, repeats, concurrency, seed, reason, output, records, anchor, record,
            replay, offline, resume, format, actor };
        root.HelpName = "validate";
        root.SetAction((result, cancellationToken) =>
        {
            if ((result.GetValue(model) is null) == (result.GetValue(resume) is null))
            {
                throw new InputException("--model", "name the candidate with --model NAME, or a run to go on with by --resume RUN; one of the two. `validate --help` shows more.");
            }

            Option[] frozen = [baseline, plan, profile, cases, repeats, concurrency, seed, reason];
            if (result.GetValue(resume) is not null && frozen.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } given)
            {
                throw new InputException(given.Name, "cannot be given with --resume: a run goes on as it was frozen.");
            }

            var request = result.GetValue(model) is not { } name ? null : new PlanRun
            {
                Actor = host.ActorNamed(result.GetValue(actor)),
                PlanPath = result.GetValue(plan) ?? ShippedFiles.DefaultPlan,
                Model = name,
                Baseline = result.GetValue(baseline),
                Profile = result.GetValue(profile),
                CasePaths = result.GetValue(cases) ?? [],
                Repeats = result.GetValue(repeats),
                Concurrency = result.GetValue(concurrency),
                Seed = result.GetValue(seed),
                ReplayFolder = result.GetValue(replay),
                Reason = result.GetValue(reason),
                AskReason = host.AskReason,
            };
            var session = new RunSession(host, result.GetValue(format) == "json", result.GetValue(offline), request, result.GetValue(resume),
                result.GetValue(record), result.GetValue(replay),
                result.GetRequiredValue(records), result.GetValue(anchor), result.GetRequiredValue(output), host.ActorNamed(result.GetValue(actor)));
            return session.RunAsync(cancellationToken);
        });
        return root;
    }
}
