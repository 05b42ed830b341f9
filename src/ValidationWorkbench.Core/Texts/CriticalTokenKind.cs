namespace ValidationWorkbench.Texts;

/// <summary>Why a token is critical: it can turn the meaning of a step while most of its words stay.</summary>
public enum CriticalTokenKind
{
    /// <summary>A number, with its sign.</summary>
    Number,

    /// <summary>A sign that compares, such as ≤.</summary>
    Comparator,

    /// <summary>A word that denies, such as "not".</summary>
    Negation,

    /// <summary>A word that has an opposite, such as "accept" and "reject".</summary>
    Polarity,
}
