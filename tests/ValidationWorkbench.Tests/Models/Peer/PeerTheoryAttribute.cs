using Xunit;

namespace ValidationWorkbench.Tests.Models.Peer;

/// <summary>A theory that needs <see cref="Aimock"/>; skipped with the reason where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PeerTheoryAttribute : TheoryAttribute
{
    public PeerTheoryAttribute() => Skip = Aimock.Missing;
}
