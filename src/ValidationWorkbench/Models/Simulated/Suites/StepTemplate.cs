namespace ValidationWorkbench.Models;

/// <summary>
/// A step in several phrasings of equal meaning. Marks: <c>{claim}</c> the requirement, <c>{topic}</c> its first words, <c>{values}</c>
/// values around its limits, <c>{system}</c> the system, <c>{id}</c> the requirement id.
/// </summary>
internal sealed record StepTemplate(IReadOnlyList<string> Actions, IReadOnlyList<string> ExpectedResults);
