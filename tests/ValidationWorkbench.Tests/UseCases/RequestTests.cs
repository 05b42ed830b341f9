using MediatR;
using Microsoft.Extensions.DependencyInjection;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Architecture;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Storage;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.UseCases;

public sealed class RequestTests : IAsyncLifetime, IDisposable
{
    /// <summary>Requests that change the records. Whoever adds one must add it here, and audit it.</summary>
    private static readonly string[] Writing =
    [
        nameof(AssessRun), nameof(BackUpRecords), nameof(CheckDrift), nameof(EmbedSuites), nameof(ExecuteRun), nameof(ExportBundle), nameof(IssueDocuments), nameof(PlanRun),
        nameof(RecordBaseline), nameof(RecordDispositions), nameof(RenderDocuments), nameof(RotateKey), nameof(StampCheckpoint),
    ];

    private static readonly List<Type> All = [.. typeof(IAudited).Assembly.GetTypes().Where(type => ResponseOf(type) is not null)];

    private readonly TemporaryFolder folder = new();
    private readonly RecordsFolder records;
    private readonly ServiceProvider provider;

    public RequestTests()
    {
        records = Records.Open(folder.Root);
        provider = new ServiceCollection().AddWorkbench(TimeProvider.System, Records.Host, () => Records.LogId, _ => null).AddSingleton(records).BuildServiceProvider();
    }

    public static TheoryData<Type> Requests => new(All);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await records.DisposeAsync();

    public void Dispose()
    {
        provider.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void All_requests_are_use_cases() => Assert.All(All, type => Assert.Equal(typeof(IAudited).Namespace, type.Namespace));

    [Theory]
    [MemberData(nameof(Requests))]
    public void Every_request_has_exactly_one_handler(Type request) =>
        Assert.Single(provider.GetServices(typeof(IRequestHandler<,>).MakeGenericType(request, ResponseOf(request)!)));

    [Theory]
    [MemberData(nameof(Requests))]
    public void Every_request_passes_the_audit_before_its_validation(Type request) => Assert.Equal(
        ["AuditBehavior`2", "RequestValidationBehavior`2"],
        provider.GetServices(typeof(IPipelineBehavior<,>).MakeGenericType(request, ResponseOf(request)!)).Select(behavior => behavior!.GetType().Name));

    [Fact]
    public void Exactly_the_requests_that_change_the_records_are_audited() =>
        Assert.Equal(Writing, All.Where(typeof(IAudited).IsAssignableFrom).Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Only_handlers_of_audited_requests_write()
    {
        var writing = Directory.GetFiles(Path.Combine(SourceTree.Root, "src/ValidationWorkbench/UseCases"), "*.cs")
            .Where(path => File.ReadAllText(path).Contains("AppendAsync(", StringComparison.Ordinal)).Select(path => Path.GetFileNameWithoutExtension(path)!);

        Assert.Equal(Writing, writing.Order(StringComparer.Ordinal));
    }

    private static Type? ResponseOf(Type type) => type.IsAbstract ? null
        : type.GetInterfaces().FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IRequest<>))?.GetGenericArguments()[0];
}
