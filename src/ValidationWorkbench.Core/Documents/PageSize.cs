namespace ValidationWorkbench.Documents;

/// <summary>Paper that documents are set for.</summary>
public enum PageSize
{
    A4,
    Letter,
}
