using System.Text;

namespace ValidationWorkbench.Assessment;

/// <summary>Two paired steps that differ in what can turn their meaning, for an expert's disposition. A screen: no difference proves nothing.</summary>
/// <param name="Baseline">Action and expected result of the baseline.</param>
/// <param name="Candidate">The same of the candidate.</param>
/// <param name="OnlyBaseline">Numbers, comparators, negations and polarity words that the candidate's step lacks.</param>
/// <param name="OnlyCandidate">Those that the baseline's step lacks.</param>
public sealed record StepDifference(string Baseline, string Candidate, IReadOnlyList<string> OnlyBaseline, IReadOnlyList<string> OnlyCandidate)
{
    private const int IdLength = 12;

    /// <summary>Name of the difference within its case: the first 12 hexadecimal digits of the SHA-256 of both texts, so that it is bound to them.</summary>
    public string Id => Sha256Hex.Of(Encoding.UTF8.GetBytes($"{Baseline}\n{Candidate}"))[..IdLength];

    /// <summary>What an expert found; null until one has looked.</summary>
    public Disposition? Disposition { get; init; }

    /// <summary>Order in which an expert should look: words, comparators, signs and decimals first (0), plain whole numbers, which often only count, last (1).</summary>
    public int Weight => OnlyBaseline.Concat(OnlyCandidate).All(token => token.All(char.IsAsciiDigit)) ? 1 : 0;

    /// <summary>True where nothing but numbers differs.</summary>
    public bool NumbersOnly => OnlyBaseline.Concat(OnlyCandidate).All(token => token.Any(char.IsDigit));
}
