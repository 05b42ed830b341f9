namespace ValidationWorkbench.Models;

/// <summary>Sums of evidence by category, with the finds they come from.</summary>
internal sealed class CategoryScores
{
    /// <summary>Less evidence than this decides nothing.</summary>
    public const double LeastEvidence = 0.35;

    private static readonly int[] Known = [1, 3, 4, 5];

    private readonly double[] sums = new double[6];

    public List<EvidenceFinding> Findings { get; } = [];

    /// <summary>Category with the most evidence, or null where there is too little.</summary>
    public int? Best => Top(0) is var best && sums[best] >= LeastEvidence ? best : null;

    /// <summary>Category with the next most evidence, or the neighbour of the best where nothing else speaks.</summary>
    public int SecondBest(int best)
    {
        var second = Top(best);
        return sums[second] > 0 ? second : Neighbour(best);
    }

    /// <summary>Confidence in [0,1] from the margin between the two strongest categories.</summary>
    public double Confidence(int category)
    {
        var rival = sums[Top(category)];
        var margin = (sums[category] - rival) / (Math.Max(sums[category], 0) + Math.Max(rival, 0) + 1);
        return Math.Round(Math.Clamp(0.55 + (margin / 2), 0.3, 0.98), 2);
    }

    public void Add(EvidenceFinding finding)
    {
        sums[finding.Rule.Category] += finding.Weight;
        Findings.Add(finding);
    }

    /// <summary>Adds weight that no find stands for, such as that of a denial.</summary>
    public void Add(int category, double weight) => sums[category] += weight;

    public double this[int category] => sums[category];

    /// <summary>Category that a reader would most easily take for the given one.</summary>
    public static int Neighbour(int category) => category switch { 1 => 3, 3 => 4, 4 => 5, _ => 4 };

    private int Top(int without)
    {
        var best = 0;
        foreach (var category in Known)
        {
            if (category != without && (best == 0 || sums[category] > sums[best]))
            {
                best = category;
            }
        }

        return best;
    }
}
