namespace ValidationWorkbench.Models;

/// <summary>A place where a rule of the table applies.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Start">Position of the find in the prompt.</param>
/// <param name="Sentence">Sentence that holds it.</param>
/// <param name="Weight">What it counts for the category of the rule; 0 or less where it is denied.</param>
internal readonly record struct EvidenceFinding(EvidenceRule Rule, int Start, TextSentence Sentence, double Weight);
