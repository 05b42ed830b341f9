using System.CommandLine;
using System.CommandLine.Help;
using System.Text.Json;
using ValidationWorkbench.Cli.Commands;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.Cli;

/// <summary>The command tree and what all commands share: usage errors, faults, exit codes.</summary>
internal static class CommandLine
{
    private const string Unexplained = "Nothing may be concluded from these records until that is explained. `validate audit verify` checks all of them.";

    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(30);

    /// <summary>Runs a command line to its exit code.</summary>
    public static async Task<int> RunAsync(string[] args, CliHost host)
    {
        if (args.Any(argument => argument.Length == 0))
        {
            return Fail(host, IsJson(args), ExitCode.Usage, ["an argument is empty.", "`validate --help` shows what is allowed."]);
        }

        var parsed = CreateRoot(host).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not (HelpAction or { ClearsParseErrors: true }))
        {
            return Fail(host, IsJson(args), ExitCode.Usage, [.. parsed.Errors.Select(error => error.Message), "`validate --help` shows what is allowed."]);
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = host.Out,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeToStop,
            }).ConfigureAwait(false);
        }
        catch (InputException exception)
        {
            return Fail(host, IsJson(args), ExitCode.Usage, [.. exception.Faults.Select(fault => fault.ToString())]);
        }
        catch (RunStoppedException exception)
        {
            return Fail(host, IsJson(args), ExitCode.Invalid, [exception.Message]);
        }
        catch (OperationCanceledException)
        {
            return Fail(host, IsJson(args), ExitCode.Invalid, ["stopped by the user."]);
        }
        catch (Exception exception) when (StorageFault.Explain(exception) is { } fault)
        {
            return fault is IntegrityException
                ? Fail(host, IsJson(args), ExitCode.Integrity, [Damaged(fault), Unexplained])
                : Fail(host, IsJson(args), ExitCode.Invalid, [Unavailable(fault)]);
        }
        catch (Exception exception)
        {
            // The last resort: whatever it is, a script gets a documented exit code and a person one line.
            return Fail(host, IsJson(args), ExitCode.Invalid, [$"unexpected fault, please report it: {exception.GetType().Name}: {exception.Message}"]);
        }
    }

    private static string Damaged(Exception exception) => $"integrity failure: {exception.Message}";

    private static string Unavailable(Exception exception) => $"the records cannot be used: {exception.Message} What was acknowledged before is safe; what was not is not stored.";

    private static RootCommand CreateRoot(CliHost host)
    {
        var root = RunCommand.Create(host);
        root.Add(PlanCommand.Create(host));
        root.Add(CasesCommand.Create(host));
        root.Add(RunsCommand.Create(host));
        root.Add(ModelsCommand.Create(host));
        root.Add(BaselineCommand.Create(host));
        root.Add(DispositionsCommand.Create(host));
        root.Add(RescoreCommand.Create(host));
        root.Add(CompareCommand.Create(host));
        root.Add(DriftCommand.Create(host));
        root.Add(AuditCommand.Create(host));
        root.Add(BackupCommand.Create(host));
        root.Add(RestoreCommand.Create(host));
        root.Add(DocumentsCommand.Create(host));
        root.Add(ExportCommand.Create(host));
        root.Add(SelfTestCommand.Create(host));
        return root;
    }

    private static bool IsJson(string[] args) =>
        args.Contains("--format=json") || args.Zip(args.Skip(1)).Any(pair => pair is ("--format", "json"));

    private static int Fail(CliHost host, bool json, int exitCode, IReadOnlyList<string> messages)
    {
        foreach (var message in messages)
        {
            host.Error.WriteLine($"validate: {message}");
        }

        if (json)
        {
            host.Out.WriteLine(JsonSerializer.Serialize(new { runId = (string?)null, outcome = "ERROR", exitCode, errors = messages }, JsonOutput.Options));
        }

        return exitCode;
    }
}
