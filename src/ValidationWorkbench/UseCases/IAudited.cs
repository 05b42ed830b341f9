using ValidationWorkbench.Audit;

namespace ValidationWorkbench.UseCases;

/// <summary>A request that changes the records. Its success is recorded together with what it changed, its failure by <c>AuditBehavior</c>.</summary>
public interface IAudited
{
    /// <summary>Who asks.</summary>
    Actor Actor { get; }

    /// <summary>What is asked for, such as <c>plan a run of gpt-oss-120b</c>.</summary>
    string Subject { get; }
}
