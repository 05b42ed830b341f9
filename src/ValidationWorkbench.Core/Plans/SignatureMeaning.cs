namespace ValidationWorkbench.Plans;

/// <summary>The meaning of a signature: one per signature, from this fixed vocabulary.</summary>
public enum SignatureMeaning
{
    Authored,
    Reviewed,
    Approved,
}
