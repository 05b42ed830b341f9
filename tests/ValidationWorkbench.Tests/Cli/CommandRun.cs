using System.Globalization;
using ValidationWorkbench.Cli;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.Tests.Cli;

/// <summary>Runs a command line in this process, as on a machine that is the same everywhere.</summary>
internal sealed record CommandRun
{
    public static readonly HostFacts TestHost = new("test-host", "ValidationWorkbench test", Guid.Empty);

    public required Func<Guid> NewId { get; init; }

    public TimeProvider Clock { get; init; } = new StillTime();

    public HostFacts Facts { get; init; } = TestHost;

    public Func<string, string?> ReadVariable { get; init; } = _ => null;

    /// <summary>Who answers questions; null where nobody is there.</summary>
    public Func<string, string?>? Ask { get; init; }

    public async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using StringWriter output = new(CultureInfo.InvariantCulture), error = new(CultureInfo.InvariantCulture);
        var exitCode = await CommandLine.RunAsync(arguments, new CliHost
        {
            Out = output,
            Error = error,
            IsTerminal = false,
            Ask = Ask,
            TimeProvider = Clock,
            NewId = NewId,
            ReadVariable = ReadVariable,
            Facts = Facts,
            Login = "tester",
        });
        return (exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString());
    }
}
