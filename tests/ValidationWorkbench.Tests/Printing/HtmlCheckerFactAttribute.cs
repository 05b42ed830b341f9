using Xunit;

namespace ValidationWorkbench.Tests.Printing;

/// <summary>A fact that needs <see cref="HtmlChecker"/>; skipped with the reason where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HtmlCheckerFactAttribute : FactAttribute
{
    public HtmlCheckerFactAttribute() => Skip = HtmlChecker.Missing;
}
