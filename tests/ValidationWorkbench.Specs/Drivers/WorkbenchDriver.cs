using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ValidationWorkbench.Cli;
using ValidationWorkbench.Storage;
using Xunit;

namespace ValidationWorkbench.Specs.Drivers;

/// <summary>
/// Runs the workbench in a folder of its own, through the same composition root as the program: in this process, or as a program of its own
/// where it is to be killed.
/// </summary>
public sealed class WorkbenchDriver : IDisposable
{
    /// <summary>Folder of the scenario.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("vwb-spec-").FullName;

    /// <summary>Plan of the scenario.</summary>
    public PlanDriver Plan => field ??= new PlanDriver(Folder);

    /// <summary>Exit code of the last command.</summary>
    public int ExitCode { get; set; } = -1;

    /// <summary>Standard output of the last command.</summary>
    public string Output { get; set; } = string.Empty;

    /// <summary>Standard error of the last command.</summary>
    public string Error { get; set; } = string.Empty;

    /// <summary>Runs the plan of the scenario with further arguments.</summary>
    public Task RunPlanAsync(string arguments = "") =>
        RunAsync($"--model {PlanDriver.Candidate} --plan {In("plan.yaml")} {arguments}");

    /// <summary>Runs a command line; relative names of folders mean folders of the scenario.</summary>
    public async Task RunAsync(string arguments)
    {
        using StringWriter output = new(CultureInfo.InvariantCulture), error = new(CultureInfo.InvariantCulture);
        ExitCode = await CommandLine.RunAsync(Arguments(arguments), new CliHost
        {
            Out = output,
            Error = error,
            IsTerminal = false,
            TimeProvider = TimeProvider.System,
            NewId = Guid.NewGuid,
            ReadVariable = _ => null,
            Facts = new HostFacts("spec-host", "ValidationWorkbench spec", Guid.Empty),
            Login = "spec",
        });
        (Output, Error) = (output.ToString(), error.ToString());
    }

    /// <summary>Path of a name within the scenario's folder.</summary>
    public string In(string name) => Path.Combine(Folder, name);

    /// <summary>Arguments with the scenario's folders filled in; records and packages lie there unless named.</summary>
    public string[] Arguments(string arguments)
    {
        var list = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        for (var i = 1; i < list.Count; i++)
        {
            if (list[i - 1] is "--plan" or "--cases" or "--record" or "--replay" or "--records" or "--production" or "--out" or "--oracles" or "--anchor" or "check" or "backup" or "restore")
            {
                list[i] = Path.Combine(Folder, list[i]);
            }
        }

        var isRun = list.Count == 0 || list[0].StartsWith('-') || list[0] == "documents";
        if (!list.Contains("--records") && !list.Contains("plan") && !list.Contains("cases") && !list.Contains("selftest") && !list.Contains("models"))
        {
            list.AddRange(["--records", In("records")]);
        }

        if (isRun && !list.Contains("--out"))
        {
            list.AddRange(["--out", In("packages")]);
        }

        return [.. list];
    }

    /// <summary>Ids of the runs on record, in the order planned.</summary>
    public IReadOnlyList<string> RunIds => Query("select Id from Runs order by PlannedMicros, Id");

    /// <summary>First column of a query on the records.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={In("records/workbench.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return values;
    }

    /// <summary>run.json of a run's package.</summary>
    public JsonElement RunJson(string runId)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(In($"packages/{runId}/run.json")));
        return document.RootElement.Clone();
    }

    /// <summary>Runs <c>audit verify</c> and asserts that it finds nothing.</summary>
    public async Task AssertAuditHoldsAsync()
    {
        await RunAsync("audit verify");
        Assert.Equal(string.Empty, Error);
        Assert.Contains("PASS", Output, StringComparison.Ordinal);
        Assert.Equal(0, ExitCode);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
