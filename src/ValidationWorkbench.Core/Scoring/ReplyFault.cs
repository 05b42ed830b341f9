namespace ValidationWorkbench.Scoring;

/// <summary>Why a reply holds no answer that could be judged. Such a reply counts as wrong; it is never repaired.</summary>
/// <param name="Kind">Class of the fault.</param>
/// <param name="Detail">What was found, in one line.</param>
public sealed record ReplyFault(ReplyFaultKind Kind, string Detail)
{
    public override string ToString() => Kind switch
    {
        ReplyFaultKind.Empty => $"empty reply: {Detail}",
        ReplyFaultKind.ToolCall => $"a tool call and no answer: {Detail}",
        ReplyFaultKind.Refused => $"refused: {Detail}",
        ReplyFaultKind.CutOff => $"cut off: {Detail}",
        ReplyFaultKind.BudgetSpent => $"nothing left for an answer: {Detail}",
        ReplyFaultKind.NoFinalChannel => $"no final channel: {Detail}",
        ReplyFaultKind.NotJson => $"not JSON: {Detail}",
        _ => $"wrong structure: {Detail}",
    };
}
