using MediatR;
using ValidationWorkbench.Files;
using ValidationWorkbench.Oracles;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Checks the statistical methods of this installation against expected values computed elsewhere. Changes nothing.</summary>
/// <param name="OraclesPath">Oracle file; null for the one that travels with the workbench.</param>
public sealed record TestInstallation(string? OraclesPath) : IRequest<InstallationReport>;

/// <summary>Result of a self-test.</summary>
/// <param name="Source">Where the oracles came from.</param>
/// <param name="Sha256">Hash of their file.</param>
/// <param name="Tool">Version and build tested.</param>
/// <param name="Results">Every oracle in its order.</param>
public sealed record InstallationReport(string Source, string Sha256, string Tool, IReadOnlyList<OracleResult> Results)
{
    public int Within => Results.Count(result => result.Outcome == OracleOutcome.Within);

    public IEnumerable<OracleResult> Misses => Results.Where(result => result.Outcome == OracleOutcome.Miss);

    /// <summary>Methods that the workbench does not have, with the oracles that name them.</summary>
    public IEnumerable<(string Name, IReadOnlyList<string> Ids)> UnknownMethods => Results.Where(result => result.Outcome == OracleOutcome.UnknownMethod)
        .GroupBy(result => result.Oracle.Method).Select(group => (group.Key, (IReadOnlyList<string>)[.. group.Select(result => result.Oracle.Id)]));

    /// <summary>True where every oracle was met. A file without oracles shows nothing.</summary>
    public bool Holds => Results.Count > 0 && Within == Results.Count;
}

internal sealed class TestInstallationHandler(HostFacts host) : IRequestHandler<TestInstallation, InstallationReport>
{
    private const string OwnSource = "the workbench's own";

    public Task<InstallationReport> Handle(TestInstallation request, CancellationToken cancellationToken)
    {
        var (source, bytes) = request.OraclesPath is { } path ? (path, TextFile.Read(path, TextFile.LargestCaseFile).Bytes) : (OwnSource, OracleFile.OwnBytes());
        try
        {
            return Task.FromResult(new InstallationReport(source, Sha256Hex.Of(bytes), host.Tool, SelfTest.Run(OracleFile.Parse(bytes))));
        }
        catch (FormatException exception)
        {
            throw new InputException(source, exception.Message);
        }
    }
}
