using ValidationWorkbench.Audit;

namespace ValidationWorkbench.Documents;

/// <summary>Blocks that show the audit trail of a run.</summary>
internal static class TrailParts
{
    private const string None = "not on record";

    /// <summary>First digits of a hash, where it points to what stands in full elsewhere.</summary>
    public static string Short(string hash) => hash.Length <= 16 ? hash : hash[..16];

    /// <summary>Who caused a record, and in what role.</summary>
    public static string By(TrailEntry? entry) => entry?.Record.Entry.Actor is { } actor ? $"{actor.Name} ({actor.Role})" : None;

    public static string ByAndTime(TrailEntry? entry) => entry is null ? None : $"{By(entry)}, {Time(entry)}";

    /// <summary>Where a record is found.</summary>
    public static string Reference(TrailEntry? entry) =>
        entry is null ? None : $"record {StatusWords.Number(entry.Record.Sequence)}, hash {Short(entry.Hash)}";

    /// <summary>From which record to which.</summary>
    public static string Reference(TrailTally? tally) => tally is null ? None
        : tally.First == tally.Last ? $"record {StatusWords.Number(tally.First)}"
        : $"records {StatusWords.Number(tally.First)} to {StatusWords.Number(tally.Last)}";

    public static string Time(TrailEntry entry) => Microseconds.WriteForPeople(entry.Record.AtMicros);

    public static IReadOnlyList<ContentPart> Scope(DocumentFacts facts)
    {
        var (trail, entries) = (facts.Trail, facts.Trail.Entries);
        return
        [
            new FactsPart(
            [
                ("Period", entries.Count == 0 ? None
                    : $"{Time(entries[0])} (record {StatusWords.Number(entries[0].Record.Sequence)}) "
                        + $"to the head of the assessment (record {StatusWords.Number(facts.HeadSequence)})"),
                ("Filter", $"records of run {facts.RunId}, and records of no run since it was planned; records of other runs are left out"),
                ("Identities", string.Join("; ", Actors(trail)
                    .Select(actor => $"{actor.Name} ({actor.Role}), id {actor.Id}: {actor.EstablishedBy}"))),
                ("Checkpoint key", trail.CheckpointKey),
                ("Assessment", $"{Reference(trail.Assessment)}, behind the head"),
            ]),
        ];
    }

    public static IReadOnlyList<ContentPart> Counts(DocumentFacts facts)
    {
        var tallies = facts.Trail.ByAction;
        return
        [
            new TablePart("Records by action",
                [new("Action", 2.6), new("Meaning", 6), new("Records", 1.4, true), new("First", 1.4, true), new("Last", 1.4, true)],
                [.. tallies.Select(tally => (IReadOnlyList<string>)
                    [tally.Action, AuditAction.Texts.GetValueOrDefault(tally.Action, None), StatusWords.Number(tally.Count),
                        StatusWords.Number(tally.First), StatusWords.Number(tally.Last)]),
                    ["all", "sum of the records above", StatusWords.Number(tallies.Sum(tally => tally.Count)), string.Empty, string.Empty]]),
        ];
    }

    /// <summary>Whatever people caused, and all that is no record of a single call.</summary>
    public static IReadOnlyList<ContentPart> Records(DocumentFacts facts) =>
        facts.Trail.Entries.Count == 0 ? [ParagraphPart.Plain($"The audit trail of the run is {None}.")] :
    [
        new TablePart("Records one by one, without those of single calls",
            [new("No.", 1.2, true), new("Time", 3.6), new("Who", 2.8), new("Action", 2.4), new("To", 2.4), new("Reason", 4.4), new("Hash", 3)],
            [.. facts.Trail.Entries.Select(entry => (IReadOnlyList<string>)
            [
                StatusWords.Number(entry.Record.Sequence), Time(entry), By(entry), entry.Record.Entry.Action,
                entry.Record.Entry.EntityId == facts.RunId ? "this run" : $"{entry.Record.Entry.EntityType} {entry.Record.Entry.EntityId}",
                    entry.Record.Entry.Reason ?? "–", Short(entry.Hash),
            ])]),
    ];

    private static IEnumerable<Actor> Actors(TrailFacts trail) => trail.Entries.Select(entry => entry.Record.Entry.Actor).Distinct();
}
