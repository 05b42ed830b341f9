using System.Text;

namespace ValidationWorkbench.Files;

/// <summary>A row of comma-separated values (RFC 4180).</summary>
/// <param name="Line">Line on which it begins, from 1.</param>
/// <param name="Cells">Text of each cell with the line and column where it begins.</param>
internal sealed record CsvRow(int Line, IReadOnlyList<CsvCell> Cells)
{
    /// <summary>True for an empty line.</summary>
    public bool IsBlank => Cells is [{ Text.Length: 0 }];

    /// <summary>The rows of a text whose lines end with a line feed, one after the other. A quote that is never closed is noted and ends the reading.</summary>
    public static IEnumerable<CsvRow> ReadAll(string text, Action<int, int, string> onFault)
    {
        var cells = new List<CsvCell>();
        var cell = new StringBuilder();
        int line = 1, column = 1, rowLine = 1, cellLine = 1, cellColumn = 1;
        var quoted = false;
        void EndCell()
        {
            cells.Add(new CsvCell(cell.ToString(), cellLine, cellColumn));
            cell.Clear();
        }

        CsvRow EndRow()
        {
            EndCell();
            var row = new CsvRow(rowLine, [.. cells]);
            cells.Clear();
            return row;
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
                yield return EndRow();
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
            yield return EndRow();
        }
    }
}
