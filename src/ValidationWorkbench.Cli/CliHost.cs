using Spectre.Console;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.Cli;

/// <summary>Everything the command line takes from the machine. Tests give their own.</summary>
internal sealed record CliHost
{
    private const int WidthWithoutTerminal = 120;

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>True where a person watches, so that a live display makes sense.</summary>
    public required bool IsTerminal { get; init; }

    public required TimeProvider TimeProvider { get; init; }

    public required Func<Guid> NewId { get; init; }

    public required Func<string, string?> ReadVariable { get; init; }

    public required HostFacts Facts { get; init; }

    /// <summary>Login name of the operating system.</summary>
    public required string Login { get; init; }

    /// <summary>Asks the person at the terminal and returns the line typed; null where nobody is there to ask.</summary>
    public Func<string, string?>? Ask { get; init; }

    /// <summary>The reason as given, or as typed by whoever is there to be asked; null for none.</summary>
    public string? ReasonFor(string change, string? given) => given ?? AskReason?.Invoke(change);

    /// <summary>Asks for the reason of a change; null where nobody is there to ask.</summary>
    public Func<string, string?>? AskReason => Ask is null ? null : change => Ask($"{change} needs a reason, which goes on record. Why? ");

    /// <summary>A console on a writer: live and coloured on a terminal, plain text elsewhere.</summary>
    public IAnsiConsole ConsoleOn(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = IsTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!IsTerminal)
        {
            console.Profile.Width = WidthWithoutTerminal;
        }

        return console;
    }

    /// <summary>Who acts. A name is attribution, not authentication, and the record says so.</summary>
    public Actor ActorNamed(string? name) => name is null
        ? new Actor(Login, Login, "Operator", "OS login, unverified")
        : new Actor(name, name, "Operator", $"named on the command line by OS login {Login}, unverified");
}
