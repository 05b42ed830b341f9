namespace ValidationWorkbench.Plans;

/// <summary>How a requirement is verified.</summary>
public enum VerificationMethod
{
    /// <summary>By an acceptance criterion of the plan, measured in a run.</summary>
    Criterion,

    /// <summary>By the workbench's own records and checks, such as the audit trail verification.</summary>
    Record,

    /// <summary>By a procedure of the company; no tool can show it.</summary>
    Procedure,
}
