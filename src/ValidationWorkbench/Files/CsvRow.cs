using System.Text;

namespace ValidationWorkbench.Files;

/// <summary>A row of comma-separated values (RFC 4180).</summary>
/// <param name="Line">Line on which it begins, from 1.</param>
/// <param name="Cells">Text of each cell with the line and column where it begins.</param>
internal sealed record CsvRow(int Line, IReadOnlyList<CsvCell> Cells)
{
    /// <summary>True for an empty line.</summary>
    public bool IsBlank => Cells is [{ Text.Length: 0 }];

    /// <summary>All rows of a text whose lines end with a line feed. A quote that is never closed is noted and ends the reading.</summary>
    public static IReadOnlyList<CsvRow> ReadAll(string text, Action<int, int, string> onFault)
    {
        var rows = new List<CsvRow>();
        var cells = new List<CsvCell>();
        var cell = new StringBuilder();
        int line = 1, column = 1, rowLine = 1, cellLine = 1, cellColumn = 1;
        var quoted = false;
        void EndCell()
        {
            cells.Add(new CsvCell(cell.ToString(), cellLine, cellColumn));
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            rows.Add(new CsvRow(rowLine, [.. cells]));
            cells.Clear();
        }

        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (quoted)
            {
                if (letter != '"')
                {
                    cell.Append(letter);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                    column++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (letter == '"' && cell.Length == 0 && column == cellColumn)
            {
                quoted = true;
            }
            else if (letter == ',')
            {
                EndCell();
                (cellLine, cellColumn) = (line, column + 1);
            }
            else if (letter == '\n')
            {
                EndRow();
                (rowLine, cellLine, cellColumn) = (line + 1, line + 1, 1);
            }
            else
            {
                cell.Append(letter);
            }

            (line, column) = letter == '\n' ? (line + 1, 1) : (line, column + 1);
        }

        if (quoted)
        {
            onFault(cellLine, cellColumn, "a quotation mark that is never closed.");
        }
        else if (cell.Length > 0 || cells.Count > 0)
        {
            EndRow();
        }

        return rows;
    }
}
