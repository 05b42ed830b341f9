namespace ValidationWorkbench.Plans;

/// <summary>One line of the risk assessment: what can go wrong, how it is rated, what is done about it and what remains.</summary>
public sealed record AssessedRisk
{
    /// <summary>What a test begins with that no criterion is, such as <c>procedure: training record</c>.</summary>
    public const string ProcedurePrefix = "procedure:";

    /// <summary>Id, such as <c>RA-03</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The standing risk of language models that it is about; null for a risk of this use alone.</summary>
    public StandingRisk? Topic { get; init; }

    /// <summary>Ids of the requirements at stake.</summary>
    public required IReadOnlyList<string> Requirements { get; init; }

    /// <summary>Id of the function that fails; null where none does.</summary>
    public string? Function { get; init; }

    /// <summary>What goes wrong.</summary>
    public required string FailureMode { get; init; }

    /// <summary>Why it can.</summary>
    public required string Cause { get; init; }

    /// <summary>What follows for patient, product or data.</summary>
    public required string Effect { get; init; }

    /// <summary>Of the effect, without the controls.</summary>
    public required RiskLevel Severity { get; init; }

    /// <summary>That the failure happens, without the controls.</summary>
    public required RiskLevel Probability { get; init; }

    /// <summary>Chance that it is noticed, without the controls; high is good.</summary>
    public required RiskLevel Detectability { get; init; }

    /// <summary>What is done about it.</summary>
    public required IReadOnlyList<string> Controls { get; init; }

    /// <summary>What shows that the controls work: ids of criteria, or a procedure of the company behind <see cref="ProcedurePrefix"/>.</summary>
    public required IReadOnlyList<string> Tests { get; init; }

    /// <summary>The ratings with the controls in place. They never say that nothing remains.</summary>
    public required RiskRatings Residual { get; init; }

    /// <summary>Why the residual risk may be borne, for the person who accepts it.</summary>
    public required string Acceptance { get; init; }

    /// <summary>The ratings without the controls.</summary>
    public RiskRatings Initial => new() { Severity = Severity, Probability = Probability, Detectability = Detectability };
}
