using MediatR;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Storage;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Behaviors;

/// <summary>
/// Outer behaviour: a refused or failed request that would have changed the records is itself put on record, with the reason. A successful
/// one records itself, in the same transaction as its change.
/// </summary>
internal sealed class AuditBehavior<TRequest, TResponse>(IServiceProvider services) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private const int LongestReason = 2000;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not IAudited audited)
        {
            return await next().ConfigureAwait(false);
        }

        try
        {
            return await next().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is InputException or IntegrityException)
        {
            var records = (RecordsFolder)services.GetService(typeof(RecordsFolder))!;
            var reason = AuditText.Clean(exception.Message);
            await records.AppendAsync(new RecordBatch(new AuditEntry
            {
                Actor = audited.Actor,
                Action = AuditAction.Refused,
                EntityType = "request",
                EntityId = typeof(TRequest).Name,
                Reason = $"{audited.Subject}: {Excerpts.Cut(reason, LongestReason)}",
            })).ConfigureAwait(false);
            throw;
        }
    }
}
