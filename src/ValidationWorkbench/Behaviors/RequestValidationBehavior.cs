using FluentValidation;
using MediatR;

namespace ValidationWorkbench.Behaviors;

/// <summary>Inner behaviour: runs all validators of a request and throws once, with all failures.</summary>
internal sealed class RequestValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var faults = validators.SelectMany(validator => validator.Validate(request).Errors)
            .Select(failure => new InputFault(failure.PropertyName, 0, 0, string.Empty, failure.ErrorMessage)).ToList();
        return faults.Count == 0 ? next() : throw new InputException(faults);
    }
}
