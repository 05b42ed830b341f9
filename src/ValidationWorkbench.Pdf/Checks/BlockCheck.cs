namespace ValidationWorkbench.Pdf.Checks;

/// <summary>The rules of each block type.</summary>
internal static class BlockCheck
{
    private const int DeepestLevel = 4;

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
            case Verbatim text:
                TextCheck.Verify(text.Text, $"{place} (verbatim text)");
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
            case SignatureTable signatures:
                Signatures(signatures, $"{place} (signature table)");
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

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out _) && text.All(c => c is > ' ' and <= '~');

    public static void KeyValues(IReadOnlyList<KeyValue> rows, string place)
    {
        foreach (KeyValue row in rows)
        {
            TextCheck.Verify(row.Label, place);
            TextCheck.Verify(row.Value, place);
        }
    }

    private static void Signatures(SignatureTable signatures, string place)
    {
        if (signatures.Caption is not null)
        {
            TextCheck.VerifyTitle(signatures.Caption, $"{place}, caption");
        }

        foreach (SignatureLine line in signatures.Lines)
        {
            foreach (string text in (string[])[line.Name, line.Role, line.Meaning, line.SignedAt ?? "", line.Id, line.Hash])
            {
                TextCheck.Verify(text, place);
            }
        }
    }

    private static void Heading(Heading heading, string place)
    {
        Require.That(heading.Level is >= 1 and <= 3, place, $"the level is {heading.Level}; 1, 2 and 3 are allowed");
        TextCheck.VerifyTitle(heading.Text, place);
        Require.That(heading.Id is null || heading.Id.Length > 0, place, $"the id is empty; leave it out where nothing leads to the heading");
    }

    private static void Items(IReadOnlyList<ListItem> items, string place, int level = 1)
    {
        Require.That(items.Count == 0 || level <= DeepestLevel, place, $"the list has more than {DeepestLevel} levels; at most {DeepestLevel} are allowed");
        foreach (ListItem item in items)
        {
            Runs(item.Runs, place);
            Items(item.Nested, place, level + 1);
        }
    }

    private static void Runs(IReadOnlyList<Run> runs, string place)
    {
        foreach (Run run in runs)
        {
            TextCheck.Verify(run.Text, place);
            Require.That(run.Address is null || run.Target is null, place, $"\"{run.Text}\" has an address and a target; only one of them is allowed");
            Require.That(
                run.Address is null || IsAddress(run.Address), place, $"the address \"{run.Address}\" is not absolute or not in plain characters");
        }
    }
}
