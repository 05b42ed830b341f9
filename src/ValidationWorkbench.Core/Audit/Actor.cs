namespace ValidationWorkbench.Audit;

/// <summary>Who acts, and how far that is established.</summary>
/// <param name="Id">Unique id, such as an account name.</param>
/// <param name="Name">Printed name.</param>
/// <param name="Role">Role in which the person or program acts.</param>
/// <param name="EstablishedBy">
/// How the identity was established, in words for a reader: "OS login, unverified" is attribution, not authentication.
/// </param>
public sealed record Actor(string Id, string Name, string Role, string EstablishedBy)
{
    /// <summary>The workbench itself, for what no person did.</summary>
    public static Actor Workbench { get; } = new("validation-workbench", "ValidationWorkbench", "System", "program, no person");
}
