using FluentValidation;
using ValidationWorkbench.Behaviors;
using ValidationWorkbench.Tests.Models;
using ValidationWorkbench.Tests.Replay;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.Behaviors;

public sealed class RequestValidationTests
{
    [Fact]
    public async Task All_failures_of_a_request_come_at_once()
    {
        await using var bench = new RunBench(_ => LoopbackAnswer.Silence);
        var exception = await Assert.ThrowsAsync<InputException>(() => bench.SendAsync(bench.PlanRequest() with { Model = "", Repeats = 2, Concurrency = 1025 }));

        Assert.Equal(
            ["--model: a model name is needed.", "--repeats: an odd number from 1 to 25 is needed.", "--concurrency: a number from 1 to 1024 is needed."],
            exception.Faults.Select(fault => fault.ToString()));
    }

    [Fact]
    public async Task The_failures_of_several_validators_come_at_once()
    {
        var behavior = new RequestValidationBehavior<GenerateCases, IReadOnlyList<string>>([new GenerateCasesValidator(), new GenerateCasesValidator()]);
        var exception = await Assert.ThrowsAsync<InputException>(() => behavior.Handle(new GenerateCases(0, 1, "x"), CancellationToken.None, () => throw new InvalidOperationException("handled")));

        Assert.Equal(["--count: a number from 1 to 100000 is needed.", "--count: a number from 1 to 100000 is needed."], exception.Faults.Select(fault => fault.ToString()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100_001)]
    public void A_number_of_generated_cases_out_of_bounds_is_refused(int count) => Assert.False(new GenerateCasesValidator().Validate(new GenerateCases(count, 1, "x")).IsValid);

    [Theory]
    [InlineData(1)]
    [InlineData(100_000)]
    public void A_number_of_generated_cases_within_bounds_is_accepted(int count) => Assert.True(new GenerateCasesValidator().Validate(new GenerateCases(count, 1, "x")).IsValid);

    [Fact]
    public async Task A_request_without_failures_or_validators_is_handled()
    {
        var behavior = new RequestValidationBehavior<GenerateCases, IReadOnlyList<string>>(Array.Empty<IValidator<GenerateCases>>());

        Assert.Equal(["done"], await behavior.Handle(new GenerateCases(0, 1, "x"), CancellationToken.None, () => Task.FromResult<IReadOnlyList<string>>(["done"])));
    }
}
