using ValidationWorkbench.Audit;

namespace ValidationWorkbench.UseCases;

/// <summary>Why a person changes something, in that person's words. Without one nothing is changed.</summary>
internal static class GivenReason
{
    /// <summary>The reason, fit for a record.</summary>
    /// <param name="reason">As given; null for none.</param>
    /// <param name="change">What is to be changed, as the beginning of a sentence.</param>
    /// <exception cref="InputException">There is none.</exception>
    public static string Require(string? reason, string change) => string.IsNullOrWhiteSpace(reason)
        ? throw new InputException("--reason", $"{change} needs a reason, which goes on record: --reason TEXT.")
        : AuditText.Clean(reason.Trim());
}
