namespace ValidationWorkbench.Scoring;

/// <summary>Classes of unreadable replies.</summary>
public enum ReplyFaultKind
{
    /// <summary>No text.</summary>
    Empty,

    /// <summary>No text but a call of a tool: the model asked for more instead of answering.</summary>
    ToolCall,

    /// <summary>The model refused, or a filter stopped it.</summary>
    Refused,

    /// <summary>The length limit was reached before the answer was whole.</summary>
    CutOff,

    /// <summary>The length limit was used up by reasoning, before any answer.</summary>
    BudgetSpent,

    /// <summary>The server left the marks of the model's channels in the content, and there is no final channel.</summary>
    NoFinalChannel,

    /// <summary>The text is not one JSON value: fences, prose around it, NaN, duplicate keys.</summary>
    NotJson,

    /// <summary>JSON, but not of the structure asked for.</summary>
    WrongStructure,
}
