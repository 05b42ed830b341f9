using Microsoft.Data.Sqlite;
using ValidationWorkbench.Specs.Drivers;
using ValidationWorkbench.Specs.Gherkin;

namespace ValidationWorkbench.Specs.Steps;

[Binding]
public sealed class VerificationSteps(WorkbenchDriver workbench)
{
    [When("somebody alters the records with {string}")]
    public void WhenSomebodyAltersTheRecordsWith(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={workbench.In("records/workbench.db")};Pooling=False");
        connection.Open();
        foreach (var statement in new[] { "drop trigger Attempts_no_update", sql })
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }

    [When("the anchor is taken away")]
    public void WhenTheAnchorIsTakenAway() => File.Delete(workbench.In("records.anchor"));
}
