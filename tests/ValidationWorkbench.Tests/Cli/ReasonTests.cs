using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Storage;
using Xunit;

namespace ValidationWorkbench.Tests.Cli;

/// <summary>Whoever changes something says why: as an option, or when asked.</summary>
public sealed class ReasonTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Changes => new("audit rotate-key", "rescore R-1 --plan other.yaml", "--model gpt-oss-120b --seed 5", "restore backup");

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_without_a_reason_is_refused_where_nobody_can_be_asked(string command)
    {
        await FillAsync();

        var (exitCode, _, error) = await RunAsync(command, ask: null);

        Assert.Equal(2, exitCode);
        Assert.Matches(@"^validate: --reason: an? .+ needs a reason, which goes on record: --reason TEXT\.\n$", error);
        Assert.Equal("log-created", Records.Text(folder.PathOf("records"), "select min(Action) from AuditRecords where Action <> 'refused'"));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task An_empty_answer_is_no_reason(string command)
    {
        await FillAsync();
        var asked = new List<string>();

        Assert.Equal(2, (await RunAsync(command, question =>
        {
            asked.Add(question);
            return " ";
        })).ExitCode);

        Assert.EndsWith("needs a reason, which goes on record. Why? ", Assert.Single(asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_goes_on_record()
    {
        await FillAsync();

        Assert.Equal(0, (await RunAsync("audit rotate-key", _ => "the owner changed")).ExitCode);

        Assert.Equal("key-rotated the owner changed", Records.Text(folder.PathOf("records"), "select Action || ' ' || Reason from AuditRecords order by Sequence desc limit 1"));
    }

    private async Task FillAsync()
    {
        await using var records = Records.Open(folder.PathOf("records"));
        await records.AppendAsync(new(Records.Entry()));
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(string command, Func<string, string?>? ask) =>
        new CommandRun { NewId = Guid.NewGuid, Clock = new SettableClock(), Facts = Records.Host, Ask = ask }
            .RunAsync([.. command.Split(' '), "--records", folder.PathOf("records")]);
}
