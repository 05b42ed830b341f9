namespace ValidationWorkbench.Documents;

/// <summary>The documents that a run issues. The kebab-case form of a kind names its template and its file.</summary>
public enum DocumentKind
{
    ValidationMasterPlan,
    UserRequirements,
    ValidationReport,
}
