using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Behaviors;
using ValidationWorkbench.Bundles;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Probing;
using ValidationWorkbench.Monitoring;
using ValidationWorkbench.Scoring;
using ValidationWorkbench.Storage;
using ValidationWorkbench.UseCases;
using ValidationWorkbench.Verification;

namespace ValidationWorkbench;

/// <summary>Registers the use cases, each by name: what the product does can be read here.</summary>
public static class WorkbenchServices
{
    /// <summary>Adds everything that needs no records.</summary>
    public static IServiceCollection AddWorkbench(this IServiceCollection services, TimeProvider timeProvider, HostFacts host, Func<Guid> newId,
        Func<string, string?> readVariable,
        bool isOffline = false)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(timeProvider);
        services.AddSingleton(host);
        services.AddSingleton(newId);
        services.AddSingleton(new ModelClients(timeProvider, readVariable, isOffline));
        services.AddSingleton(new PlanCertificate(readVariable, timeProvider));
        services.AddTransient<ServiceFactory>(provider => provider.GetService!);
        services.AddTransient<IMediator, Mediator>();
        services.AddSingleton<AnswerScorer>((task, key, testCase, reply) =>
            task == CaseTask.Categorization ? CategorizationScorer.Score(key, testCase, reply) : OqSuiteScorer.Score(key, testCase, reply));
        services.AddSingleton<RowCheck>();
        services.AddSingleton<RunScorer>();
        services.AddSingleton<PackageRenderer>();
        services.AddSingleton<MonitoredRuns>();

        services.AddTransient<IRequestHandler<CheckPlan, CheckedPlan>, CheckPlanHandler>();
        services.AddTransient<IRequestHandler<CheckCases, CheckedCases>, CheckCasesHandler>();
        services.AddTransient<IRequestHandler<GenerateCases, IReadOnlyList<string>>, GenerateCasesHandler>();
        services.AddTransient<IRequestHandler<ListModels, KnownModels>, ListModelsHandler>();
        services.AddTransient<IRequestHandler<DiscoverModels, DiscoveredModels>, DiscoverModelsHandler>();
        services.AddTransient<IRequestHandler<ProbeModel, ProbeReport>, ProbeModelHandler>();
        services.AddTransient<IRequestHandler<PlanRun, PlannedRun>, PlanRunHandler>();
        services.AddTransient<IRequestHandler<ExecuteRun, ExecutedRun>, ExecuteRunHandler>();
        services.AddTransient<IRequestHandler<RecordBaseline, RecordedBaseline>, RecordBaselineHandler>();
        services.AddTransient<IRequestHandler<EmbedSuites, EmbeddedSuites>, EmbedSuitesHandler>();
        services.AddTransient<IRequestHandler<RecordDispositions, DispositionCounts>, RecordDispositionsHandler>();
        services.AddTransient<IRequestHandler<AssessRun, AssessedRun>, AssessRunHandler>();
        services.AddTransient<IRequestHandler<IssueDocuments, IssuedPackage>, IssueDocumentsHandler>();
        services.AddTransient<IRequestHandler<RenderDocuments, RenderedDocuments>, RenderDocumentsHandler>();
        services.AddTransient<IRequestHandler<ExportBundle, ExportedBundle>, ExportBundleHandler>();
        services.AddTransient<IRequestHandler<CompareRuns, RunComparison>, CompareRunsHandler>();
        services.AddTransient<IRequestHandler<CheckDrift, CheckedDrift>, CheckDriftHandler>();
        services.AddTransient<IRequestHandler<ListRuns, IReadOnlyList<RunSummary>>, ListRunsHandler>();
        services.AddTransient<IRequestHandler<ShowRun, AssessedRun>, ShowRunHandler>();
        services.AddTransient<IRequestHandler<TestInstallation, InstallationReport>, TestInstallationHandler>();
        services.AddTransient<IRequestHandler<RotateKey, RotatedKey>, RotateKeyHandler>();
        services.AddTransient<IRequestHandler<StampCheckpoint, StampedCheckpoint>, StampCheckpointHandler>();
        services.AddTransient<IRequestHandler<BackUpRecords, BackedUpRecords>, BackUpRecordsHandler>();
        services.AddTransient<IRequestHandler<RestoreRecords, BackupManifest>, RestoreRecordsHandler>();
        services.AddTransient<IRequestHandler<VerifyAudit, AuditReport>, VerifyAuditHandler>();
        services.AddTransient<IRequestHandler<VerifyBundle, BundleReport>, VerifyBundleHandler>();
        services.AddTransient<IRequestHandler<EvaluateAlcoa, AlcoaReport>, EvaluateAlcoaHandler>();
        services.AddTransient<IRequestHandler<ProveRecord, ProvenRecord>, ProveRecordHandler>();
        services.AddTransient<IRequestHandler<ShowAudit, ShownRecords>, ShowAuditHandler>();

        services.AddTransient<IValidator<PlanRun>, PlanRunValidator>();
        services.AddTransient<IValidator<CheckDrift>, CheckDriftValidator>();
        services.AddTransient<IValidator<GenerateCases>, GenerateCasesValidator>();

        // The order is the order of wrapping: a refusal by the inner one is put on record by the outer one.
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(AuditBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(RequestValidationBehavior<,>));
        return services;
    }
}
