namespace ValidationWorkbench.Pdf.Checks;

/// <summary>The rules of each block type.</summary>
internal static class BlockCheck
{
    public static void Verify(Block block, string place)
    {
        switch (block)
        {
            case Heading heading:
                Heading(heading, $"{place} (heading)");
                break;
            case Paragraph paragraph:
                Runs(paragraph.Runs, $"{place} (paragraph)");
                break;
            case BulletList list:
                Items(list.Items, $"{place} (bullet list)");
                break;
            case NumberedList list:
                Items(list.Items, $"{place} (numbered list)");
                break;
            case Table table:
                TableCheck.Verify(table, $"{place} (table)");
                break;
            case KeyValues values:
                KeyValues(values.Rows, $"{place} (key values)");
                break;
            case Callout callout:
                TextCheck.Verify(callout.Title, $"{place} (callout)");
                TextCheck.Verify(callout.Text, $"{place} (callout)");
                break;
            case Figure figure:
                FigureCheck.Verify(figure, place);
                break;
            case PageBreak:
                break;
            default:
                throw Require.Failure(place, $"the block is of type {block.GetType().Name}; only the block types of this library can be printed");
        }
    }

    public static void KeyValues(IReadOnlyList<KeyValue> rows, string place)
    {
        foreach (KeyValue row in rows)
        {
            TextCheck.Verify(row.Label, place);
            TextCheck.Verify(row.Value, place);
        }
    }

    private static void Heading(Heading heading, string place)
    {
        Require.That(heading.Level is >= 1 and <= 3, place, $"the level is {heading.Level}; 1, 2 and 3 are allowed");
        TextCheck.VerifyTitle(heading.Text, place);
    }

    private static void Items(IReadOnlyList<ListItem> items, string place)
    {
        for (int i = 0; i < items.Count; i++)
        {
            Runs(items[i].Runs, place);
            foreach (ListItem nested in items[i].Nested)
            {
                Runs(nested.Runs, place);
                Require.That(nested.Nested.Count == 0, place, $"item {i + 1} nests more than one level deep; one nested level is allowed");
            }
        }
    }

    private static void Runs(IReadOnlyList<Run> runs, string place)
    {
        foreach (Run run in runs)
        {
            TextCheck.Verify(run.Text, place);
        }
    }
}
