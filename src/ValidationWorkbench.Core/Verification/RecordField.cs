namespace ValidationWorkbench.Verification;

/// <summary>Texts of a record in the order of its layout.</summary>
public enum RecordField
{
    Host,
    Tool,
    Sqlite,
    ActorId,
    ActorName,
    ActorRole,
    EstablishedBy,
    Action,
    EntityType,
    EntityId,
    RunId,
    Configuration,
    Reason,
    Before,
    After,
}
