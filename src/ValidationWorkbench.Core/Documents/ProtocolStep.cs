namespace ValidationWorkbench.Documents;

/// <summary>A step of a qualification that the workbench carried out itself, with what is on record of it.</summary>
/// <param name="Id">Id within the document.</param>
/// <param name="Action">What was done.</param>
/// <param name="Expected">What had to be seen.</param>
/// <param name="Actual">What is on record.</param>
/// <param name="Result">One of the words of <see cref="ProtocolParts"/>.</param>
/// <param name="Evidence">Records or hashes.</param>
/// <param name="Entry">The record that says who did it and when; null where none does.</param>
internal sealed record ProtocolStep(string Id, string Action, string Expected, string Actual, string Result, string Evidence, TrailEntry? Entry);
