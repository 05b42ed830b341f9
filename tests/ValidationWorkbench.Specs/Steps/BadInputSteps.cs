using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using ValidationWorkbench.Specs.Drivers;
using ValidationWorkbench.Specs.Gherkin;
using Xunit;

namespace ValidationWorkbench.Specs.Steps;

[Binding]
public sealed class BadInputSteps(WorkbenchDriver workbench)
{
    private string databaseHash = string.Empty;

    [Given("^the plan (does not exist|is empty|is not YAML|has an unknown key|has two faults|has a NUL byte|is UTF-16|names a missing key variable|names an unreachable endpoint)$")]
    public void GivenABadPlan(string fault)
    {
        var file = workbench.Plan.PlanFile;
        switch (fault)
        {
            case "does not exist": File.Delete(file); break;
            case "is empty": File.WriteAllText(file, string.Empty); break;
            case "is not YAML": File.WriteAllText(file, "format: [unclosed\n"); break;
            case "has an unknown key": File.AppendAllText(file, "\nthreshold: 0.9\n"); break;
            case "has two faults": Replace(file, "limit: 0.85", "limit: 1.85"); Replace(file, "repeats: 3", "repeats: 4"); break;
            case "has a NUL byte": File.AppendAllText(file, "\n# \0\n"); break;
            case "is UTF-16": File.WriteAllText(file, File.ReadAllText(file), Encoding.Unicode); break;
            case "names a missing key variable": workbench.Plan.PutCandidateBehind("http://127.0.0.1:9/v1", "VWB_SPEC_KEY"); break;
            default: workbench.Plan.PutCandidateBehind($"http://127.0.0.1:{FreePort()}/v1", null); break;
        }
    }

    [Given("^the case file (differs from the pinned hash|has a repeated case id|has invalid UTF-8|has 50 MB|names an empty document|names a document of 50 MB|begins with a BOM|has CR LF line ends)$")]
    public void GivenABadCaseFile(string fault)
    {
        var file = workbench.Plan.CaseFile;
        switch (fault)
        {
            case "differs from the pinned hash": File.AppendAllText(file, "# changed\n"); return;
            case "has a repeated case id": Replace(file, "id: SPEC-002", "id: SPEC-001"); break;
            case "has invalid UTF-8": File.AppendAllText(file, "# "); Append(file, [0xC3, 0x28]); break;
            case "has 50 MB": Grow(file); break;
            case "names an empty document": NameDocument(file); File.WriteAllText(workbench.In("extra.md"), string.Empty); break;
            case "names a document of 50 MB": NameDocument(file); File.WriteAllText(workbench.In("extra.md"), "x"); Grow(workbench.In("extra.md")); break;
            case "begins with a BOM": File.WriteAllText(file, File.ReadAllText(file), new UTF8Encoding(true)); break;
            default: File.WriteAllText(file, File.ReadAllText(file).ReplaceLineEndings("\r\n")); break;
        }

        workbench.Plan.WritePlan();
    }

    [Given("the database has schema version {int}")]
    public void GivenASchemaVersion(int version)
    {
        using (var connection = new SqliteConnection($"Data Source={workbench.In("records/workbench.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"pragma user_version = {version}";
            command.ExecuteNonQuery();
        }

        databaseHash = HashOfDatabase();
    }

    [Then("the database is unchanged")]
    public void ThenTheDatabaseIsUnchanged() => Assert.Equal(databaseHash, HashOfDatabase());

    [Then("the earlier run is intact")]
    public async Task ThenTheEarlierRunIsIntact()
    {
        var runId = workbench.RunIds[0];
        await workbench.AssertAuditHoldsAsync();
        await workbench.RunAsync($"documents {runId} --out again");
        Assert.Equal(0, workbench.ExitCode);
        Assert.Equal(File.ReadAllBytes(workbench.In($"packages/{runId}/validation-report.pdf")), File.ReadAllBytes(workbench.In($"again/{runId}/validation-report.pdf")));
    }

    private string HashOfDatabase() => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(workbench.In("records/workbench.db"))));

    private static void Replace(string file, string old, string by)
    {
        var text = File.ReadAllText(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(old, by, StringComparison.Ordinal));
    }

    private static void NameDocument(string file) => File.AppendAllText(file,
        "  - { id: SPEC-DOC, title: Document, strata: {}, origin: human, verifiedBy: [], expected: { category: 3 }, rationale: Any., document: extra.md }\n");

    private static void Append(string file, byte[] bytes)
    {
        using var stream = new FileStream(file, FileMode.Append);
        stream.Write(bytes);
    }

    private static void Grow(string file)
    {
        using var stream = new FileStream(file, FileMode.Open);
        stream.SetLength(50_000_000);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
