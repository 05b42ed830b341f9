namespace ValidationWorkbench.Models;

/// <summary>What a requirement is about, as far as it decides how it is challenged. Order is the order of the steps.</summary>
internal enum RequirementTheme
{
    Limit,
    Calculation,
    Input,
    Expiry,
    Uniqueness,
    Sequence,
    Lockout,
    Access,
    Prohibition,
    Signature,
    AuditTrail,
    Alarm,
    Interface,
    Power,
    Backup,
    Report,
    Clock,
}
