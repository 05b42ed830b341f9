using Xunit;

namespace ValidationWorkbench.Tests.Models.Peer;

/// <summary>A fact that needs <see cref="Aimock"/>; skipped with the reason where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute() => Skip = Aimock.Missing;
}
