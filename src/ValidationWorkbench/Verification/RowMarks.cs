namespace ValidationWorkbench.Verification;

/// <summary>One bit for every row of a table, by row id: which rows a record speaks of.</summary>
internal sealed class RowMarks
{
    private const int PageBits = 12;
    private readonly Dictionary<long, ulong[]> pages = [];

    /// <summary>Marks a row; false where it was marked before.</summary>
    public bool Mark(long row)
    {
        if (!pages.TryGetValue(row >> PageBits, out var page))
        {
            pages[row >> PageBits] = page = new ulong[1 << (PageBits - 6)];
        }

        ref var word = ref page[(row >> 6) & ((1 << (PageBits - 6)) - 1)];
        var bit = 1UL << (int)(row & 63);
        var isNew = (word & bit) == 0;
        word |= bit;
        return isNew;
    }

    /// <summary>True where a record speaks of the row.</summary>
    public bool IsMarked(long row) => pages.TryGetValue(row >> PageBits, out var page) && (page[(row >> 6) & ((1 << (PageBits - 6)) - 1)] & (1UL << (int)(row & 63))) != 0;
}
