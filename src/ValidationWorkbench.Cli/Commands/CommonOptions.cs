using System.CommandLine;

namespace ValidationWorkbench.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<string> Records() => new("--records")
    {
        HelpName = "DIR",
        Description = "Folder of the records: workbench.db and the raw evidence",
        DefaultValueFactory = _ => "records",
    };

    public static Option<string?> Anchor() => new("--anchor")
    {
        HelpName = "FILE",
        Description = "File of the signed checkpoints, which lies outside of the records; the records folder's own path with .anchor if left out",
    };

    public static Option<string?> Reason(string description) => new("--reason") { HelpName = "TEXT", Description = description };

    public static Option<string?> Profile() =>
        new("--profile") { HelpName = "NAME", Description = "Deployment profile of the plan; the plan's default if left out" };

    public static Option<string> Out() => new("--out")
    {
        HelpName = "DIR",
        Description = "Folder in which the package folder of the run is made",
        DefaultValueFactory = _ => "packages",
    };

    public static Option<string> Format()
    {
        var option = new Option<string>("--format") { HelpName = "text|json", Description = "Form of the output", DefaultValueFactory = _ => "text" };
        option.AcceptOnlyFromAmong("text", "json");
        return option;
    }

    public static Option<string?> Actor() => new("--actor")
    {
        HelpName = "NAME",
        Description = "Name to put on record as the one who acts (unverified); the login name if left out",
    };
}
