using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using ValidationWorkbench;
using ValidationWorkbench.Cli;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Storage;

Console.OutputEncoding = new UTF8Encoding(false);
return await CommandLine.RunAsync(args, new CliHost
{
    Out = Console.Out,
    Error = Console.Error,
    IsTerminal = !Console.IsOutputRedirected && !Console.IsErrorRedirected,
    Ask = Console.IsInputRedirected || Console.IsErrorRedirected ? null : AskAtTerminal,
    TimeProvider = TimeProvider.System,
    NewId = Guid.NewGuid,
    ReadVariable = Environment.GetEnvironmentVariable,
    Facts = new HostFacts(Environment.MachineName, ToolName(), BootId(), Machine()),
    Login = Environment.UserName,
});

static string? AskAtTerminal(string question)
{
    Console.Error.Write(question);
    return Console.ReadLine();
}

// Version and build: the module ids change with every change of the code, and with nothing else.
static string ToolName()
{
    var version = typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
    var modules = new[] { typeof(Sha256Hex), typeof(WorkbenchServices), typeof(ValidationWorkbench.Pdf.PdfWriter) }.Select(type => type.Module.ModuleVersionId.ToString("N"));
    return $"ValidationWorkbench {version} (build {Sha256Hex.Of(string.Concat(modules))[..12]})";
}

// The kernel besides, since the name of a distribution does not tell it.
static MachineFacts Machine() => new(
    $"{RuntimeInformation.OSDescription} ({Environment.OSVersion.VersionString})", RuntimeInformation.FrameworkDescription,
    RuntimeInformation.ProcessArchitecture.ToString());

static Guid BootId()
{
    const string linux = "/proc/sys/kernel/random/boot_id";
    return File.Exists(linux) && Guid.TryParse(File.ReadAllText(linux), out var id) ? id : Guid.Empty;
}
