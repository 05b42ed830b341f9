namespace ValidationWorkbench.Verification;

/// <summary>Faults as they are found. All are counted, the first of each class are kept, so that a log damaged throughout needs no memory. Safe for concurrent use.</summary>
public sealed class FaultLog
{
    /// <summary>Faults kept of each class.</summary>
    public const int KeptOfEach = 20;

    private readonly Lock gate = new();
    private readonly SortedDictionary<FaultClass, (long Count, List<Fault> Kept)> classes = [];
    private readonly List<string> remarks = [];

    /// <summary>Number of faults.</summary>
    public long Count
    {
        get
        {
            lock (gate)
            {
                return classes.Values.Sum(entry => entry.Count);
            }
        }
    }

    /// <summary>Each class that was found, with the number of its faults and the lowest sequence; null where none of them concerns a record.</summary>
    public IReadOnlyList<(FaultClass Class, long Count, long? FirstSequence)> Classes
    {
        get
        {
            lock (gate)
            {
                return [.. classes.Select(entry => (entry.Key, entry.Value.Count, entry.Value.Kept.Min(fault => fault.Sequence)))];
            }
        }
    }

    /// <summary>The faults kept, by class and in the order found.</summary>
    public IReadOnlyList<Fault> Faults
    {
        get
        {
            lock (gate)
            {
                return [.. classes.Values.SelectMany(entry => entry.Kept)];
            }
        }
    }

    /// <summary>What is no fault, but worth knowing.</summary>
    public IReadOnlyList<string> Remarks
    {
        get
        {
            lock (gate)
            {
                return [.. remarks];
            }
        }
    }

    /// <summary>Notes a fault.</summary>
    public void Add(FaultClass kind, long? sequence, string detail)
    {
        lock (gate)
        {
            var (count, kept) = classes.TryGetValue(kind, out var known) ? known : (0, []);
            if (kept.Count < KeptOfEach)
            {
                kept.Add(new Fault(kind, sequence, detail));
            }

            classes[kind] = (count + 1, kept);
        }
    }

    /// <summary>Notes something that is no fault; at most <see cref="KeptOfEach"/> are kept.</summary>
    public void Remark(string text)
    {
        lock (gate)
        {
            if (remarks.Count < KeptOfEach)
            {
                remarks.Add(text);
            }
        }
    }
}
