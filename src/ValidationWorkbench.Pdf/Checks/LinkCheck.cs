namespace ValidationWorkbench.Pdf.Checks;

/// <summary>Every target of a text is a heading of the document, and no name stands for two of them.</summary>
internal static class LinkCheck
{
    public static void Verify(IReadOnlyList<Block> blocks)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (string id in blocks.OfType<Heading>().Select(heading => heading.Id).OfType<string>())
        {
            Require.That(ids.Add(id), "Headings", $"two of them have the id \"{id}\"");
        }

        for (int i = 0; i < blocks.Count; i++)
        {
            foreach (string target in Runs(blocks[i]).Select(run => run.Target).OfType<string>())
            {
                Require.That(ids.Contains(target), $"Block {i + 1}", $"a text leads to \"{target}\"; no heading has this id");
            }
        }
    }

    private static IEnumerable<Run> Runs(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Runs,
        BulletList list => Runs(list.Items),
        NumberedList list => Runs(list.Items),
        _ => [],
    };

    private static IEnumerable<Run> Runs(IEnumerable<ListItem> items) => items.SelectMany(item => item.Runs.Concat(Runs(item.Nested)));
}
