using System.Globalization;
using ValidationWorkbench.Assessment;

namespace ValidationWorkbench.Files;

/// <summary>
/// <c>differences.csv</c> of a package, in which experts have filled the columns <c>disposition</c>, <c>expert</c> and <c>reason</c>. Lines without a
/// disposition are open and left out; other columns are for people and are not read.
/// </summary>
/// <param name="File">The file.</param>
/// <param name="Rows">Its dispositions in their order; at least one.</param>
public sealed record DispositionFile(TextFile File, IReadOnlyList<DispositionRow> Rows)
{
    /// <summary>The columns that are read.</summary>
    private static readonly IReadOnlyList<string> Columns = ["caseId", "difference", "disposition", "expert", "reason"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">With every fault found, up to a limit.</exception>
    public static DispositionFile Read(string path) => Parse(TextFile.Read(path, TextFile.LargestCaseFile));

    /// <summary>Reads a file whose bytes were read elsewhere.</summary>
    /// <exception cref="InputException">With every fault found, up to a limit.</exception>
    public static DispositionFile Parse(TextFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var faults = new FileFaults(file.Name);
        var table = CsvRow.ReadAll(file.Text, faults.Add).Where(row => !row.IsBlank).ToList();
        List<DispositionRow> rows = [];
        if (table.Count == 0)
        {
            faults.Add(1, 1, "is empty; its first line names the columns, as in differences.csv of a package.");
        }
        else if (Places(table[0], faults) is { } places)
        {
            rows = [.. table.Skip(1).Select(row => ReadRow(row, table[0].Cells.Count, places, faults)).OfType<DispositionRow>()];
            if (rows.Count == 0 && !faults.Any)
            {
                faults.Add(1, 1, $"holds no disposition; write \"{Disposition.Acceptable}\" or \"{Disposition.NotAcceptable}\" into the column disposition.");
            }
        }

        foreach (var again in rows.GroupBy(row => (row.CaseId, row.DifferenceId)).SelectMany(group => group.Skip(1)))
        {
            faults.Add(again.Line, 1, $"difference {again.DifferenceId} of {again.CaseId} has a disposition on an earlier line.");
        }

        faults.ThrowIfAny();
        return new DispositionFile(file, rows);
    }

    private static List<int>? Places(CsvRow header, FileFaults faults)
    {
        var names = header.Cells.Select(cell => cell.Text.Trim()).ToList();
        foreach (var column in Columns.Where(column => names.Count(name => name == column) != 1))
        {
            faults.Add(header.Line, 1, $"the header needs the column \"{column}\" once; its columns are separated by commas, as in differences.csv of a package.");
        }

        return faults.Any ? null : [.. Columns.Select(column => names.IndexOf(column))];
    }

    private static DispositionRow? ReadRow(CsvRow row, int width, List<int> places, FileFaults faults)
    {
        if (row.Cells.Count != width)
        {
            faults.Add(row.Line, 1, string.Create(CultureInfo.InvariantCulture,
                $"{row.Cells.Count} cells, but the header has {width}; a value with a comma needs quotation marks."));
            return null;
        }

        var cells = places.Select(place => row.Cells[place]).ToList();
        string Text(int i) => cells[i].Text.Trim();
        var word = Text(2).ToLowerInvariant();
        if (word.Length == 0)
        {
            return null;
        }

        var isWhole = true;
        void Require(bool isGiven, int i, string message)
        {
            if (!isGiven)
            {
                faults.Add(cells[i].Line, cells[i].Column, message);
                isWhole = false;
            }
        }

        Require(word is Disposition.Acceptable or Disposition.NotAcceptable, 2, $"found \"{Text(2)}\"; expected \"{Disposition.Acceptable}\", \"{Disposition.NotAcceptable}\" or nothing.");
        Require(Text(3).Length > 0, 3, "names no expert; a disposition is that of a named person.");
        Require(Text(4).Length > 0, 4, "gives no reason; a disposition needs one.");
        return isWhole ? new DispositionRow(row.Line, Text(0), Text(1), new Disposition(word == Disposition.Acceptable, Text(3), Text(4))) : null;
    }
}
