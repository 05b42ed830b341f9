namespace ValidationWorkbench.Cases;

/// <summary>Where a case comes from. It decides how much its label can prove.</summary>
public enum CaseOrigin
{
    /// <summary>Written by a person for this purpose.</summary>
    Human,

    /// <summary>Taken from a record of the process as it was done before.</summary>
    Historical,

    /// <summary>Drafted by a language model.</summary>
    AiDrafted,
}
