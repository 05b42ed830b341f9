using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Commands;

/// <summary><c>validate selftest</c>.</summary>
internal static class SelfTestCommand
{
    public static Command Create(CliHost host)
    {
        var oracles = new Option<string?>("--oracles") { HelpName = "FILE", Description = "Oracle file (JSON) of your own; if left out, the one that travels with the workbench" };
        var format = CommonOptions.Format();
        var command = new Command("selftest", "Check every statistical method of this installation against expected values computed elsewhere. Exit code 3 where one is missed.") { oracles, format };
        command.SetAction((result, cancellationToken) => RunAsync(host, result.GetValue(oracles), result.GetValue(format) == "json", cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, string? path, bool json, CancellationToken cancellationToken)
    {
        await using var workbench = Workbench.WithoutRecords(host);
        var report = await workbench.SendAsync(new TestInstallation(path), cancellationToken).ConfigureAwait(false);
        var exitCode = report.Holds ? ExitCode.Go : ExitCode.Integrity;
        var text = json ? Json(report, exitCode) : Text(report);
        await host.Out.WriteLineAsync(text).ConfigureAwait(false);
        return exitCode;
    }

    private static string Text(InstallationReport report)
    {
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"{report.Within}/{report.Results.Count} within tolerance"),
            $"  oracles  {report.Source}, sha256 {report.Sha256}",
            $"  tool     {report.Tool}",
        };
        lines.AddRange(report.Misses.Select(miss => $"  miss     {miss.Oracle.Id} ({miss.Oracle.Method}): {miss.Detail}"));
        lines.AddRange(report.UnknownMethods.Select(method => $"  unknown  {method.Name}: {string.Join(", ", method.Ids)}"));
        return string.Join('\n', lines);
    }

    private static string Json(InstallationReport report, int exitCode) => JsonSerializer.Serialize(new
    {
        within = report.Within,
        total = report.Results.Count,
        source = report.Source,
        sha256 = report.Sha256,
        tool = report.Tool,
        exitCode,
        misses = report.Misses.Select(miss => new { id = miss.Oracle.Id, method = miss.Oracle.Method, detail = miss.Detail }),
        unknownMethods = report.UnknownMethods.Select(method => new { name = method.Name, ids = method.Ids }),
    }, JsonOutput.Options);
}
