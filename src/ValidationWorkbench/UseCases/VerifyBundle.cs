using MediatR;
using ValidationWorkbench.Bundles;

namespace ValidationWorkbench.UseCases;

/// <summary>Checks an exported bundle from its files alone. No records are needed, and nothing is changed.</summary>
/// <param name="Folder">Folder of the bundle.</param>
/// <param name="Vkey">The log's public key from somebody who is trusted; null to take the one in the bundle.</param>
public sealed record VerifyBundle(string Folder, string? Vkey) : IRequest<BundleReport>;

internal sealed class VerifyBundleHandler : IRequestHandler<VerifyBundle, BundleReport>
{
    public Task<BundleReport> Handle(VerifyBundle request, CancellationToken cancellationToken) => Task.FromResult(BundleVerifier.Verify(request.Folder, request.Vkey));
}
