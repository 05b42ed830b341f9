namespace ValidationWorkbench.Models;

/// <summary>
/// The evidence table: general knowledge of how practitioners describe software of GAMP categories 1, 3, 4 and 5.
/// It knows no case; weights are set by judgement, not fitted.
/// </summary>
internal static class CategoryEvidence
{
    /// <summary>All rules of the four categories.</summary>
    public static IReadOnlyList<EvidenceRule> Rules { get; } =
    [
        .. InfrastructureEvidence.Rules, .. StandardProductEvidence.Rules, .. ConfiguredProductEvidence.Rules, .. CustomCodeEvidence.Rules,
    ];
}
