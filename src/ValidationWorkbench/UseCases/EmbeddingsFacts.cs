using ValidationWorkbench.Audit;
using ValidationWorkbench.Models;

namespace ValidationWorkbench.UseCases;

/// <summary>What the audit record of an embeddings call says about it, in one form for writing and for reading back.</summary>
internal sealed record EmbeddingsFacts
{
    /// <summary>Model id asked for.</summary>
    public required string Model { get; init; }

    public required string Endpoint { get; init; }

    public int? HttpStatus { get; init; }

    public string? TransportError { get; init; }

    /// <summary>Model id that the endpoint says has answered.</summary>
    public string? ServedModel { get; init; }

    public required long LatencyMicros { get; init; }

    public required string StartedAt { get; init; }

    public required long PromptTokens { get; init; }

    /// <summary>The suites whose texts were sent.</summary>
    public required IReadOnlyList<EmbeddedSuite> Suites { get; init; }

    /// <summary>Canonical JSON, fit for a record.</summary>
    public string Write() => AuditText.Clean(CanonicalJson.WriteText(this));
}

/// <summary>Which text of a request is which suite.</summary>
/// <param name="Role">Model that drafted it.</param>
/// <param name="Repeat">Repeat, from 1.</param>
/// <param name="Position">Place of its text in the request, from 0: the index of its vector.</param>
internal sealed record EmbeddedSuite(ModelRole Role, int Repeat, int Position);
