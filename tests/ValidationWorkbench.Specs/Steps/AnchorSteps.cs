using System.Globalization;
using Microsoft.Data.Sqlite;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Specs.Drivers;
using ValidationWorkbench.Specs.Gherkin;
using ValidationWorkbench.Storage;
using Xunit;

namespace ValidationWorkbench.Specs.Steps;

[Binding]
public sealed class AnchorSteps(WorkbenchDriver workbench)
{
    [When("the last record is cut off")]
    public void WhenTheLastRecordIsCutOff()
    {
        using var connection = new SqliteConnection($"Data Source={workbench.In("records/workbench.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "drop trigger AuditRecords_no_delete; delete from AuditRecords where Sequence = (select max(Sequence) from AuditRecords)";
        command.ExecuteNonQuery();
    }

    [When("the records are deleted")]
    public void WhenTheRecordsAreDeleted() => Directory.Delete(workbench.In("records"), recursive: true);

    [Then("the last checkpoint in {string} covers all records")]
    public void ThenTheLastCheckpointCoversAllRecords(string anchor)
    {
        var checkpoint = Checkpoint.Parse(SignedNote.Parse(AnchorFile.ReadLast(workbench.In(anchor))).Text);
        Assert.Equal(workbench.Query("select count(*) from AuditRecords")[0], checkpoint.Size.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(MerkleTree.Root(workbench.Query("select lower(hex(Hash)) from AuditRecords order by Sequence").Select(Convert.FromHexString)), Convert.FromHexString(checkpoint.RootHash));
    }
}
