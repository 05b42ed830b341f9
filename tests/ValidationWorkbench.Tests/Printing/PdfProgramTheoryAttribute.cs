using Xunit;

namespace ValidationWorkbench.Tests.Printing;

/// <summary>A theory that needs <see cref="PdfProgram"/>; skipped with the reason where a program is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PdfProgramTheoryAttribute : TheoryAttribute
{
    public PdfProgramTheoryAttribute() => Skip = PdfProgram.Missing;
}
