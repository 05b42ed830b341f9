using ValidationWorkbench.Audit;
using ValidationWorkbench.Statistics;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Storage;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

/// <summary>Filters of the trail against the same filters written out over all records.</summary>
public sealed class ShowAuditTests : IAsyncLifetime, IDisposable
{
    private const int Count = 120;
    private static readonly string[] Reasons = ["", "100% sure", "because of a_b", "BECAUSE"];
    private readonly TemporaryFolder folder = new();
    private readonly List<AuditRecord> all = [];
    private RecordsFolder records = null!;

    public async Task InitializeAsync()
    {
        var clock = new SettableClock();
        var random = new SplitMix64(3);
        await using (var writing = Records.Open(folder.PathOf("records"), clock))
        {
            for (var i = 0; i < Count; i++)
            {
                clock.Now += TimeSpan.FromSeconds(random.NextIndex(3));
                await writing.AppendAsync(new RecordBatch(Records.Entry($"E-{random.NextIndex(4)}") with
                {
                    Actor = new Actor($"actor-{random.NextIndex(3)}", "A", "R", "test"),
                    Action = random.NextIndex(2) == 0 ? AuditAction.Refused : AuditAction.DriftChecked,
                    EntityType = random.NextIndex(2) == 0 ? "request" : "drift-check",
                    RunId = $"R-{random.NextIndex(3)}",
                    Reason = Reasons[random.NextIndex(4)] is { Length: > 0 } reason ? reason : null,
                }));
            }
        }

        records = RecordsFolder.OpenForReading(folder.PathOf("records"));
        using var context = records.CreateReader();
        all.AddRange(context.AuditRecords.OrderBy(record => record.Sequence).AsEnumerable().Select(record => AuditRecordReader.Read(record.Bytes)));
    }

    public async Task DisposeAsync() => await records.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Any_combination_of_filters_gives_what_the_same_filters_give_over_all_records()
    {
        var random = new SplitMix64(4);
        var found = 0;
        for (var i = 0; i < 300; i++)
        {
            var request = new ShowAudit
            {
                Who = random.NextIndex(2) == 0 ? null : $"actor-{random.NextIndex(3)}",
                What = random.NextIndex(2) == 0 ? null : AuditAction.Refused,
                EntityType = random.NextIndex(2) == 0 ? null : "request",
                EntityId = null,
                RunId = random.NextIndex(2) == 0 ? null : $"R-{random.NextIndex(3)}",
                FromMicros = random.NextIndex(2) == 0 ? null : all[random.NextIndex(all.Count)].AtMicros,
                ToMicros = random.NextIndex(2) == 0 ? null : all[random.NextIndex(all.Count)].AtMicros + 1,
                Why = random.NextIndex(2) == 0 ? null : "because",
                Before = random.NextIndex(2) == 0 ? null : random.NextIndex(Count),
                Last = 1 + random.NextIndex(20),
            };
            if (request.EntityType is not null && random.NextIndex(2) == 0)
            {
                request = request with { EntityId = "E-1" };
            }

            var expected = all.Where(record => Fits(record, request)).Select(record => record.Sequence).ToList();
            var shown = await ShowAsync(request);

            Assert.Equal(expected.TakeLast(request.Last), shown.Records.Select(entry => entry.Record.Sequence));
            Assert.Equal(expected.Count > request.Last, shown.HasEarlier);
            found += shown.Records.Count;
        }

        Assert.True(found > 500);
    }

    [Theory]
    [InlineData("100% s")]
    [InlineData("a_b")]
    public async Task Signs_of_a_pattern_in_the_text_sought_mean_themselves(string why)
    {
        var shown = await ShowAsync(new ShowAudit { Why = why, Last = Count });

        Assert.NotEmpty(shown.Records);
        Assert.All(shown.Records, entry => Assert.Contains(why, entry.Record.Entry.Reason, StringComparison.Ordinal));
        Assert.Empty((await ShowAsync(new ShowAudit { Why = why.Replace('%', 'x').Replace('_', 'x'), Last = Count })).Records);
    }

    [Fact]
    public async Task An_altered_record_is_not_shown()
    {
        Records.Forge(records.Folder, "update AuditRecords set Bytes = cast(replace(cast(Bytes as text), 'E-', 'F-') as blob) where Sequence = 7");

        var exception = await Assert.ThrowsAsync<IntegrityException>(() => ShowAsync(new ShowAudit { Last = Count }));
        Assert.Equal("record 7 was altered: its bytes do not give its hash.", exception.Message);
    }

    [Theory]
    [InlineData("drift-cheked", null, null, null, "--what: found \"drift-cheked\", which no record has; known are: attempt-failed, ")]
    [InlineData(null, "actor-9", null, null, "--who: found \"actor-9\", which no record has; known are: actor-0, actor-1, actor-2, validation-workbench.")]
    [InlineData(null, null, "drift", null, "--entity: found \"drift\", which no record has; known are: drift-check, log, request.")]
    [InlineData(null, null, null, "R-9", "--run: found \"R-9\", which no record has; known are: R-0, R-1, R-2.")]
    public async Task A_word_that_no_record_has_is_refused_with_those_that_are_known(string? what, string? who, string? type, string? run, string message)
    {
        var exception = await Assert.ThrowsAsync<InputException>(() => ShowAsync(new ShowAudit { What = what, Who = who, EntityType = type, RunId = run, Last = 1 }));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_that_did_not_happen_yet_is_shown_as_none() =>
        Assert.Empty((await ShowAsync(new ShowAudit { What = AuditAction.KeyRotated, Last = 1 })).Records);

    [Fact]
    public async Task An_index_that_hides_records_is_doubted()
    {
        Assert.Empty((await ShowAsync(new ShowAudit { RunId = "R-1", Last = 1 })).Doubts);
        Records.Execute(records.Folder, """
            drop index "IX_AuditRecords_RunId"; create index "IX_AuditRecords_RunId" on "AuditRecords" ("RunId") where Sequence <> 7; pragma writable_schema = on;
            update sqlite_master set sql = 'CREATE INDEX "IX_AuditRecords_RunId" ON "AuditRecords" ("RunId")' where name = 'IX_AuditRecords_RunId'
            """);

        Assert.Equal(
            ["the index IX_AuditRecords_RunId has 120 entries for 121 records, so that records may be missing here; `validate audit verify --deep` shows more."],
            (await ShowAsync(new ShowAudit { RunId = "R-1", Last = 1 })).Doubts);
        Assert.Empty((await ShowAsync(new ShowAudit { Who = "actor-1", Last = 1 })).Doubts);
    }

    private static bool Fits(AuditRecord record, ShowAudit request) =>
        (request.Who ?? record.Entry.Actor.Id) == record.Entry.Actor.Id && (request.What ?? record.Entry.Action) == record.Entry.Action
        && (request.EntityType ?? record.Entry.EntityType) == record.Entry.EntityType && (request.EntityId ?? record.Entry.EntityId) == record.Entry.EntityId
        && (request.RunId ?? record.Entry.RunId) == record.Entry.RunId && record.AtMicros >= (request.FromMicros ?? 0) && record.AtMicros < (request.ToMicros ?? long.MaxValue)
        && (request.Why is null || record.Entry.Reason?.Contains(request.Why, StringComparison.OrdinalIgnoreCase) == true) && record.Sequence < (request.Before ?? long.MaxValue);

    private Task<ShownRecords> ShowAsync(ShowAudit request) => new ShowAuditHandler(records).Handle(request, CancellationToken.None);
}
