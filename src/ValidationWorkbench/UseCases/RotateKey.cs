using MediatR;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>
/// Gives the checkpoints a new signing key. The record that introduces it carries a signature of the key before and is under a checkpoint of it, so that nobody
/// without that key can bring in one of his own; checkpoints over later records are signed with the new key. The private part of the key before is given up.
/// </summary>
public sealed record RotateKey : IRequest<RotatedKey>, IAudited
{
    public required Actor Actor { get; init; }

    /// <summary>Why, in the user's words.</summary>
    public required string? Reason { get; init; }

    public string Subject => "give the checkpoints a new signing key";
}

/// <summary>A key that took over.</summary>
/// <param name="Before">Public key before, in vkey form.</param>
/// <param name="After">Public key from now on, in vkey form.</param>
/// <param name="Head">End of the audit trail with the record of it.</param>
public sealed record RotatedKey(string Before, string After, LedgerHead Head);

internal sealed class RotateKeyHandler(RecordsFolder records) : IRequestHandler<RotateKey, RotatedKey>
{
    public async Task<RotatedKey> Handle(RotateKey request, CancellationToken cancellationToken)
    {
        var reason = GivenReason.Require(request.Reason, "a new signing key");
        var before = records.CheckpointKey.ToString();
        var next = records.MakeNextKey();
        var head = await records.AppendAsync(new RecordBatch(new AuditEntry
        {
            Actor = request.Actor,
            Action = AuditAction.KeyRotated,
            EntityType = "log",
            EntityId = Checkpoint.LogIdOf(records.CheckpointKey.Name)!.Value.ToString(),
            Reason = reason,
            Before = CanonicalJson.WriteText(new { vkey = before }),
            After = CanonicalJson.WriteText(new { vkey = next.Next.ToString(), signature = next.Signature }),
        })
        { TakesNextKey = true }).ConfigureAwait(false);
        return new RotatedKey(before, next.Next.ToString(), head);
    }
}
