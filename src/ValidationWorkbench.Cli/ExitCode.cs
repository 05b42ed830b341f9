using ValidationWorkbench.Decisions;
using ValidationWorkbench.Monitoring;

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

    /// <summary>STABLE as GO, REVALIDATE as NO-GO, ALERT as UNDECIDED: a script that knows one knows the other.</summary>
    public static int Of(DriftOutcome outcome) => outcome switch
    {
        DriftOutcome.Stable => Go,
        DriftOutcome.Revalidate => NoGo,
        _ => Undecided,
    };
}
