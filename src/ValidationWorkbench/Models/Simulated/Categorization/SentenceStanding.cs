namespace ValidationWorkbench.Models;

/// <summary>How much a sentence counts.</summary>
internal enum SentenceStanding
{
    /// <summary>A statement about the system.</summary>
    Heard,

    /// <summary>A statement about something beside the system; it counts little.</summary>
    OutOfScope,

    /// <summary>An instruction to an AI reader or a claimed category; it counts nothing.</summary>
    Ignored,
}
