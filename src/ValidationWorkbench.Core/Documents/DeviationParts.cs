using System.Globalization;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks of the deviation log. Everything comes from the records up to the head of the assessment; dispositions are for named people.</summary>
internal static class DeviationParts
{
    private const string Departure = "departure from the plan";
    private const string Failure = "failed calls";
    private const string Stop = "interruption or resumption";
    private const string Refusal = "refused request";
    private const string Build = "more than one served build";
    private const string Cache = "answers maybe from a cache";
    private const string Machine = "clock or recovery";
    private const string Criterion = "criterion not shown to be met";
    private const string ToClassify = "to be classified";

    private static readonly string[] Kinds = [Departure, Failure, Stop, Refusal, Build, Cache, Machine, Criterion];
    private static readonly ModelRole[] Roles = [ModelRole.Baseline, ModelRole.Candidate];

    public static IReadOnlyList<ContentPart> Register(DocumentFacts facts) => All(facts) is not { Count: > 0 } all
        ? [ParagraphPart.Plain("No deviation is on record of this run up to the head of the assessment.")]
        :
        [
            new TablePart("Deviations on record",
                [new("No.", 1.5), new("Kind", 2.2), new("What", 3.4), new("Expected", 2.8), new("Observed", 4.6), new("Class", 1.7),
                    new("Evidence", 2.6)],
                [.. all.Select((entry, i) => (IReadOnlyList<string>)[Id(i), entry.Kind, entry.What, entry.Expected, entry.Observed, entry.Class,
                    entry.Evidence])]),
        ];

    public static IReadOnlyList<ContentPart> Dispositions(DocumentFacts facts) => All(facts) is not { Count: > 0 } all
        ? [ParagraphPart.Plain("There is nothing to dispose of.")]
        :
        [
            new TablePart("Dispositions, to be filled in by named persons",
                [new("No.", 1.3), new("Root cause", 3), new("Impact", 3), new("Disposition and re-test", 3.4), new("Name, signature", 2.6),
                    new("Date", 1.4)],
                [.. all.Select((_, i) => (IReadOnlyList<string>)[Id(i), .. Enumerable.Repeat(string.Empty, 5)])])
            { ForSigning = true },
        ];

    public static IReadOnlyList<ContentPart> Totals(DocumentFacts facts)
    {
        var all = All(facts);
        return
        [
            new TablePart("Deviations by kind; a kind without any is a row as well", [new("Kind", 6), new("Deviations", 1.6, true)],
                [.. Kinds.Select(kind => (IReadOnlyList<string>)[kind, StatusWords.Number(all.Count(entry => entry.Kind == kind))]),
                    ["all", StatusWords.Number(all.Count)]]),
        ];
    }

    public static IReadOnlyList<ContentPart> Calls(DocumentFacts facts)
    {
        var endOf = EndOf(facts);
        var rows = Roles.Select(role =>
            Row(facts.Configuration.ModelOf(role).DisplayName, [.. facts.Attempts.Where(attempt => attempt.Role == role)])).ToList();
        IReadOnlyList<string> Row(string name, IReadOnlyList<Attempt> attempts) =>
            [name, StatusWords.Number(attempts.Count), .. Ends.Select(end => StatusWords.Number(attempts.Count(attempt => endOf(attempt) == end)))];
        return
        [
            new TablePart("Calls: all is the sum of the other columns",
                [new("Model", 4), new("All", 1.2, true), .. Ends.Select(end => new TableColumn(end, 2.2, true))],
                    [.. rows, Row("Both", facts.Attempts)]),
        ];
    }

    /// <summary>What may become of a call.</summary>
    private static IReadOnlyList<string> Ends { get; } = ["answered", "tried again or open", "last of its trial", "stopped with the run"];

    private static Func<Attempt, string> EndOf(DocumentFacts facts)
    {
        var last = facts.LastAttempts.Select(attempt => (attempt.CaseId, attempt.Role, attempt.Repeat, attempt.Number)).ToHashSet();
        return attempt => attempt.Answered ? Ends[0]
            : attempt.Cancelled ? Ends[3]
            : last.Contains((attempt.CaseId, attempt.Role, attempt.Repeat, attempt.Number)) ? Ends[2]
            : Ends[1];
    }

    private static string Id(int index) => $"DEV-{(index + 1).ToString("00", CultureInfo.InvariantCulture)}";

    private static List<DeviationEntry> All(DocumentFacts facts) =>
    [
        .. Departures(facts), .. Failures(facts),
        .. Entries(facts, Stop, "every planned trial in one go", AuditAction.RunInterrupted, AuditAction.RunResumed),
        .. Entries(facts, Refusal, "a request that can be carried out", AuditAction.Refused),
        .. Builds(facts), .. Caches(facts),
        .. Entries(facts, Machine, "an undisturbed clock and no crash", AuditAction.ClockStepped, AuditAction.Recovered, AuditAction.Restored),
        .. Criteria(facts),
    ];

    private static IEnumerable<DeviationEntry> Departures(DocumentFacts facts)
    {
        var planned = facts.Trail.Of(AuditAction.RunPlanned).FirstOrDefault();
        var reason = planned?.Record.Entry.Reason is { Length: > 0 } told ? told : "none";
        foreach (var deviation in facts.Configuration.Deviations)
        {
            yield return new(Departure, deviation, "as the frozen plan has it", $"as stated; reason on record: {reason}", ToClassify,
                TrailParts.Reference(planned));
        }

        if (facts.PlanSha256 != facts.Configuration.Plan.Sha256)
        {
            yield return new(Departure, "criteria of another plan than the one frozen with the run",
                $"plan SHA-256 {TrailParts.Short(facts.Configuration.Plan.Sha256)}",
                $"plan SHA-256 {TrailParts.Short(facts.PlanSha256)}, chosen when the results could be known", ToClassify,
                    TrailParts.Reference(facts.Trail.Assessment));
        }
    }

    private static IEnumerable<DeviationEntry> Failures(DocumentFacts facts)
    {
        var endOf = EndOf(facts);
        return from attempt in facts.Attempts
               where !attempt.Answered
               group attempt by (attempt.Role, Class: attempt.Fault!.Split(':')[0], End: endOf(attempt)) into calls
               orderby calls.Key.Role, calls.Key.Class, calls.Key.End
               let first = calls.First()
               select new DeviationEntry(Failure, $"{facts.Configuration.ModelOf(calls.Key.Role).DisplayName}, {calls.Key.Class}, {calls.Key.End}",
                   "an answer to every call", $"{Figures.Count(calls.Count(), "call")}; first: {first.Fault}", ToClassify,
                   $"first: {first.CaseId}, repeat {StatusWords.Number(first.Repeat)}, attempt {StatusWords.Number(first.Number)}");
    }

    private static IEnumerable<DeviationEntry> Builds(DocumentFacts facts) =>
        from builds in ServedBuild.All(facts.Attempts).GroupBy(build => build.Role)
        where builds.Count() > 1
        select new DeviationEntry(Build, facts.Configuration.ModelOf(builds.Key).DisplayName, "one name, build and provider within the run",
            string.Join("; ", builds.Select(build => build.Describe())), ToClassify, "trials.csv");

    private static IEnumerable<DeviationEntry> Caches(DocumentFacts facts) =>
        from cached in CachedAnswers.All(facts.Attempts)
        where cached.SameId + cached.AllCached > 0
        select new DeviationEntry(Cache, facts.Configuration.ModelOf(cached.Role).DisplayName, "each repeat answered anew",
            $"{StatusWords.Number(cached.SameId)} of {Figures.Count(cached.Repeats, "answer")} to repeated cases under the id of an earlier repeat, "
            + $"{StatusWords.Number(cached.AllCached)} with every prompt token cached", ToClassify, "trials.csv");

    private static IEnumerable<DeviationEntry> Criteria(DocumentFacts facts) =>
        from finding in facts.Assessment.Findings
        let result = ProtocolParts.Of(finding, facts)
        where result != ProtocolParts.Pass
        select new DeviationEntry(Criterion, $"{finding.Criterion.Id} {CriterionWords.Name(finding.Criterion)}: {result}",
            CriterionWords.Required(finding.Criterion), ProtocolParts.FiguresOf(finding),
            CriterionWords.Kebab(finding.Criterion.Severity), $"results SHA-256 {TrailParts.Short(facts.ResultsSha256)}");

    private static IEnumerable<DeviationEntry> Entries(DocumentFacts facts, string kind, string expected, params string[] actions) =>
        from entry in facts.Trail.Of(actions)
        select new DeviationEntry(kind, AuditAction.Texts.GetValueOrDefault(entry.Record.Entry.Action, entry.Record.Entry.Action), expected,
            $"{TrailParts.ByAndTime(entry)}: {entry.Record.Entry.Reason ?? "no reason on record"}", ToClassify, TrailParts.Reference(entry));
}
