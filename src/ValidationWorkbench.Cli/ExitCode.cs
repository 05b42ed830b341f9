using ValidationWorkbench.Decisions;

namespace ValidationWorkbench.Cli;

/// <summary>What the process says when it ends. Documented in the README and in the help text; scripts rely on it.</summary>
internal static class ExitCode
{
    public const int Go = 0;
    public const int NoGo = 1;
    public const int Usage = 2;
    public const int Integrity = 3;
    public const int Undecided = 4;
    public const int Invalid = 5;

    public static int Of(Outcome outcome) => outcome switch
    {
        Outcome.Go => Go,
        Outcome.NoGo => NoGo,
        Outcome.Undecided => Undecided,
        _ => Invalid,
    };
}
