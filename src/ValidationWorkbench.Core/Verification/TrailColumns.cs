namespace ValidationWorkbench.Verification;

/// <summary>Columns of a stored record in the order in which a check reads them.</summary>
public static class TrailColumns
{
    public const int Sequence = 0;
    public const int Bytes = 1;
    public const int Hash = 2;
    public const int PreviousHash = 3;
    public const int AtMicros = 4;
    public const int ActorId = 5;
    public const int Action = 6;
    public const int EntityType = 7;
    public const int EntityId = 8;
    public const int RunId = 9;
    public const int Reason = 10;

    /// <summary>Names in that order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["Sequence", "Bytes", "Hash", "PreviousHash", "AtMicros", "ActorId", "Action", "EntityType", "EntityId", "RunId", "Reason"];
}
