using FluentValidation;
using MediatR;
using ValidationWorkbench.Files;

namespace ValidationWorkbench.UseCases;

/// <summary>Writes generated categorization cases for load tests. They are made up and prove nothing about a model.</summary>
public sealed record GenerateCases(int Count, int Seed, string OutFolder) : IRequest<IReadOnlyList<string>>;

internal sealed class GenerateCasesValidator : AbstractValidator<GenerateCases>
{
    public GenerateCasesValidator() =>
        RuleFor(request => request.Count).InclusiveBetween(1, 100_000).OverridePropertyName("--count").WithMessage("a number from 1 to 100000 is needed.");
}

internal sealed class GenerateCasesHandler : IRequestHandler<GenerateCases, IReadOnlyList<string>>
{
    public Task<IReadOnlyList<string>> Handle(GenerateCases request, CancellationToken cancellationToken) =>
        Task.FromResult(GeneratedCases.Write(request.Count, request.Seed, request.OutFolder));
}
